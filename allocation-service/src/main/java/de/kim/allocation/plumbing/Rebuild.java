package de.kim.allocation.plumbing;

import de.kim.allocation.read.CoursePlacesProjection;
import de.kim.allocation.read.CutOffProjection;
import de.kim.allocation.read.OfferProjection;
import de.kim.allocation.read.PlacementProjection;
import de.kim.allocation.read.RoundProjection;
import de.kim.allocation.write.AllocationHistory;
import de.kim.allocation.write.ClearingRoundHistory;
import de.kim.allocation.write.CoursePlacesHistory;
import de.kim.allocation.write.PlacementHistory;
import de.kim.allocation.write.PublishedRulebookHistory;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the tables of the own history anew, in one transaction. TRUNCATE waits for every unit of
 * work that has projected already, so what it wrote is committed and read here; one that comes
 * later waits for this one and projects on top of it.
 */
@Component
public class Rebuild {
    private final JdbcClient jdbc;
    private final EventStore store;
    private final CoursePlacesProjection places;
    private final PlacementProjection placements;
    private final OfferProjection offers;
    private final RoundProjection rounds;
    private final CutOffProjection cutOffs;
    private final TransactionTemplate transaction;

    public Rebuild(
            JdbcClient jdbc,
            EventStore store,
            CoursePlacesProjection places,
            PlacementProjection placements,
            OfferProjection offers,
            RoundProjection rounds,
            CutOffProjection cutOffs,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.places = places;
        this.placements = placements;
        this.offers = offers;
        this.rounds = rounds;
        this.cutOffs = cutOffs;
        transaction = new TransactionTemplate(transactions);
    }

    /** Rebuilds all of them. */
    public void run() {
        transaction.executeWithoutResult(
                tx -> {
                    jdbc.sql(
                                    """
                                    truncate course_places, placement, placement_declined,
                                        placement_expired, offer, decision, clearing_round,
                                        rulebook, clock_shown, cut_off,
                                        places_shown
                                    """)
                            .update();
                    jdbc.sql("select distinct aggregate_id from event order by aggregate_id")
                            .query(String.class)
                            .list()
                            .forEach(this::replay);
                });
    }

    private void replay(String aggregateId) {
        store.readEvents(aggregateId)
                .asStream()
                .forEach(
                        event ->
                                project(
                                        (AllocationHistory) event.getPayload(),
                                        event.getTimestamp()));
    }

    private void project(AllocationHistory event, Instant at) {
        switch (event) {
            case CoursePlacesHistory e -> places.project(e);
            case PlacementHistory e -> {
                placements.project(e);
                offers.project(e, at);
            }
            case ClearingRoundHistory e -> {
                rounds.project(e, at);
                cutOffs.project(e);
            }
            case PublishedRulebookHistory e -> rounds.project(e);
        }
    }
}
