package de.kim.allocation.read;

import de.kim.allocation.write.PlacementHistory;
import de.kim.allocation.write.PlacementHistory.Accepted;
import de.kim.allocation.write.PlacementHistory.Begun;
import de.kim.allocation.write.PlacementHistory.Breached;
import de.kim.allocation.write.PlacementHistory.Decided;
import de.kim.allocation.write.PlacementHistory.Declined;
import de.kim.allocation.write.PlacementHistory.Expired;
import de.kim.allocation.write.PlacementHistory.Granted;
import de.kim.allocation.write.PlacementHistory.InterestRenewed;
import de.kim.allocation.write.PlacementHistory.Left;
import de.kim.allocation.write.PlacementHistory.Offered;
import de.kim.allocation.write.PlacementHistory.ProviderChanged;
import de.kim.allocation.write.PlacementHistory.Queued;
import de.kim.allocation.write.PlacementHistory.ReachConfirmed;
import de.kim.allocation.write.PlacementHistory.ReachTakenBack;
import de.kim.allocation.write.PlacementHistory.Reached;
import de.kim.allocation.write.PlacementHistory.Released;
import de.kim.allocation.write.PlacementHistory.SteppedAside;
import de.kim.allocation.write.PlacementHistory.TestChanged;
import de.kim.allocation.write.PlacementHistory.Warned;
import de.kim.allocation.write.PlacementHistory.Withdrawn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers and the latest decision on each person. */
@Component
@ProcessingGroup(OwnHistory.PLACES)
public class OfferProjection {
    private final JdbcClient jdbc;

    public OfferProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    public void project(PlacementHistory event, @Timestamp Instant at) {
        switch (event) {
            case Offered e -> offered(e, at);
            case Reached e -> reached(e);
            case ReachConfirmed e -> {}
            case ReachTakenBack e -> unreached(e);
            case Decided e -> decided(e, at);
            case Accepted e -> ended(e.offerId(), "ACCEPTED", at, e.answeredBy().name(), null);
            case Declined e ->
                    ended(e.offerId(), "DECLINED", at, e.answeredBy().name(), e.reason().name());
            case Expired e -> ended(e.offerId(), "EXPIRED", at, null, e.cause().name());
            case Withdrawn e -> ended(e.offerId(), "WITHDRAWN", at, null, e.cause().name());
            case Queued e -> {}
            case TestChanged e -> {}
            case Released e -> {}
            case ProviderChanged e -> {}
            case InterestRenewed e -> {}
            case Begun e -> {}
            // what comes of it is the offer that follows
            case Granted e -> {}
            case Left e -> {}
            case SteppedAside e -> {}
            case Warned e -> {}
            case Breached e -> {}
        }
    }

    private void offered(Offered e, Instant at) {
        jdbc.sql(
                        """
                        insert into offer (offer_id, referral_id, round_id, course_id,
                            course_version, section, starts_on, state, offered_at, unreached_after,
                            entry_closes_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)
                        """)
                .params(
                        e.offerId(),
                        e.referralId(),
                        e.roundId(),
                        e.courseId(),
                        e.courseVersion(),
                        e.section(),
                        e.startsOn(),
                        utc(at),
                        utc(e.unreachedAfter()),
                        utc(e.entryClosesAt()))
                .update();
    }

    private void reached(Reached e) {
        jdbc.sql("update offer set reached_at = ?, answer_by = ? where offer_id = ?")
                .params(utc(e.reachedAt()), utc(e.answerBy()), e.offerId())
                .update();
    }

    private void unreached(ReachTakenBack e) {
        jdbc.sql(
                        """
                        update offer set reached_at = null, answer_by = null, unreached_after = ?
                        where offer_id = ?
                        """)
                .params(utc(e.unreachedAfter()), e.offerId())
                .update();
    }

    private void decided(Decided e, Instant at) {
        jdbc.sql(
                        """
                        insert into decision (referral_id, round_id, outcome, course_id, section,
                            reasons, decided_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (referral_id) do update set
                            round_id = excluded.round_id, outcome = excluded.outcome,
                            course_id = excluded.course_id, section = excluded.section,
                            reasons = excluded.reasons, decided_at = excluded.decided_at
                        """)
                .param(e.referralId())
                .param(e.roundId())
                .param(e.outcome().name())
                .param(e.courseId())
                .param(e.section())
                .param(JsonColumn.write(e.reasons()))
                .param(utc(at))
                .update();
    }

    private void ended(
            UUID offerId,
            String state,
            Instant at,
            @Nullable String answeredBy,
            @Nullable String reason) {
        jdbc.sql(
                        """
                        update offer set state = ?, ended_at = ?, answered_by = ?, reason = ?
                        where offer_id = ?
                        """)
                .param(state)
                .param(utc(at))
                .param(answeredBy)
                .param(reason)
                .param(offerId)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
