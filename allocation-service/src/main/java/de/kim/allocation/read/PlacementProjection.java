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
import de.kim.events.ClockKind;
import de.kim.events.ExpiryCause;
import de.kim.events.ReleaseCause;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits, who holds an offer, who has a place. */
@Component
@ProcessingGroup(OwnHistory.PLACES)
public class PlacementProjection {
    private static final String NO_PLACE =
            "place_offer = null, place_course = null, place_section = null, keeps_waiting = false,"
                    + " begun = false, last_outcome = null";

    private final JdbcClient jdbc;

    public PlacementProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    public void project(PlacementHistory event) {
        UUID id = event.referralId();
        switch (event) {
            case Queued e -> queued(e);
            case TestChanged e ->
                    update(
                            id,
                            "recommended_type = ?, recommended_section = ?",
                            e.recommendedType().name(),
                            e.recommendedSection());
            case Decided e -> update(id, "last_outcome = ?", e.outcome().name());
            case Offered e -> update(id, "live_offer = ?", e.offerId());
            case Accepted e -> accepted(e);
            case Declined e -> declined(e);
            case Expired e -> {
                update(id, "live_offer = null");
                if (e.cause() != ExpiryCause.ENTRY_CLOSED) {
                    silent(id, e.courseId());
                }
            }
            case Withdrawn e -> update(id, "live_offer = null");
            case Released e -> released(e);
            case ProviderChanged e -> providerChanged(e);
            case InterestRenewed e ->
                    jdbc.sql("delete from placement_expired where referral_id = ?")
                            .param(id)
                            .update();
            case Begun e -> update(id, "begun = true, keeps_waiting = false");
            // what comes of it is the offer that follows
            case Granted e -> {}
            case Left e -> update(id, "gone = true");
            case SteppedAside e -> update(id, "gone = true");
            case Reached e -> {}
            case ReachConfirmed e -> {}
            case ReachTakenBack e -> {}
            case Warned e ->
                    clock(id, e.clock(), e.due(), e.offerId(), "warned", e.alternativeCourseId());
            case Breached e ->
                    clock(id, e.clock(), e.due(), e.offerId(), "breached", e.alternativeCourseId());
        }
    }

    /** For the first time, or back after another referral stood for this one. */
    private void queued(Queued e) {
        jdbc.sql(
                        """
                        insert into placement (referral_id, person, queued_on, recommended_type,
                            recommended_section)
                        values (?, ?, ?, ?, ?)
                        on conflict (referral_id) do update set gone = false, last_outcome = null,
                            person = excluded.person, queued_on = excluded.queued_on,
                            recommended_type = excluded.recommended_type,
                            recommended_section = excluded.recommended_section
                        """)
                .params(
                        e.referralId(),
                        e.person(),
                        e.queuedOn(),
                        e.recommendedType().name(),
                        e.recommendedSection())
                .update();
    }

    private void accepted(Accepted e) {
        update(
                e.referralId(),
                "live_offer = null, place_offer = ?, place_course = ?, place_section = ?,"
                        + " keeps_waiting = ?",
                e.offerId(),
                e.courseId(),
                e.section(),
                e.keepsWaiting());
    }

    private void declined(Declined e) {
        update(e.referralId(), "live_offer = null");
        unwanted(e.referralId(), e.courseId(), e.courseVersion());
    }

    private void providerChanged(ProviderChanged e) {
        if (e.nextSection() == null) {
            unwanted(e.referralId(), e.courseId(), e.courseVersion());
            return;
        }
        // nobody sits in one course twice, whatever becomes of it
        unwanted(e.referralId(), e.courseId(), Integer.MAX_VALUE);
        update(e.referralId(), "next_section = ?, left_course = ?", e.nextSection(), e.courseId());
    }

    private void unwanted(UUID referralId, UUID courseId, int courseVersion) {
        jdbc.sql(
                        """
                        insert into placement_declined (referral_id, course_id, course_version)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(referralId, courseId, courseVersion)
                .update();
    }

    private void released(Released e) {
        boolean blameless = e.cause() == ReleaseCause.COURSE_CANCELLED;
        update(e.referralId(), NO_PLACE + (blameless ? ", lost_place = true" : ""));
        if (e.cause() == ReleaseCause.PARTICIPANT_MISSING) {
            silent(e.referralId(), e.courseId());
        }
    }

    private void silent(UUID referralId, UUID courseId) {
        jdbc.sql(
                        """
                        insert into placement_expired (referral_id, course_id) values (?, ?)
                        on conflict do nothing
                        """)
                .params(referralId, courseId)
                .update();
    }

    private void clock(
            UUID referralId,
            ClockKind clock,
            LocalDate due,
            @Nullable UUID offerId,
            String what,
            @Nullable UUID alternative) {
        jdbc.sql(
                        """
                        insert into clock_shown
                            (referral_id, clock, due, offer_id, %1$s, alternative_course)
                        values (?, ?, ?, ?, true, ?)
                        on conflict (referral_id, clock, due, offer_id) do update
                            set %1$s = true, alternative_course =
                                coalesce(excluded.alternative_course, clock_shown.alternative_course)
                        """
                                .formatted(what))
                .param(referralId)
                .param(clock.name())
                .param(due)
                .param(offerId)
                .param(alternative)
                .update();
    }

    private void update(UUID referralId, String change, Object... values) {
        JdbcClient.StatementSpec statement =
                jdbc.sql("update placement set " + change + " where referral_id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(referralId).update();
    }
}
