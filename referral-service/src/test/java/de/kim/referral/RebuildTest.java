package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.referral.read.ReferralProjection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The view is nothing but its events. */
class RebuildTest extends RunningReferrals {
    /** The tasks that follow from the referral's own events. */
    private static final List<String> OWN =
            List.of(
                    "ARRANGE_TEST",
                    "RECORD_RESULT",
                    "SECURE_ENTITLEMENT",
                    "REPLACE_ENTITLEMENT",
                    "ENTER_RESULT",
                    "ASK_FOR_CONTACT",
                    "DECIDE_OBJECTION");

    @Autowired private EventStore store;
    @Autowired private ReferralProjection projection;

    @Test
    void a_view_rebuilt_from_the_stored_events_is_the_one_that_was_live() {
        String path = requested();
        post(path + "/wishes", "{\"wishes\": [{\"providerId\": \"a\"}], \"onlyWishes\": true}");
        post(path + "/withdrawal", "{\"reason\": \"FOUND_WORK\"}");
        post(requested() + "/interest-confirmation", "{}");
        List<String> live = rows();
        assertThat(live).hasSizeGreaterThanOrEqualTo(2);
        List<String> todo = tasks();
        assertThat(todo).isNotEmpty();

        List<String> ids =
                jdbc.queryForList("select referral_id::text from referral_view", String.class);
        jdbc.update("delete from referral_view");
        jdbc.update("delete from task where kind = any(?)", (Object) OWN.toArray(String[]::new));
        ids.forEach(this::replay);
        assertThat(rows()).isEqualTo(live);
        assertThat(tasks()).isEqualTo(todo);
    }

    private void replay(String referralId) {
        store.readEvents(referralId).asStream().forEach(this::handle);
    }

    private void handle(DomainEventMessage<?> event) {
        try {
            new AnnotationEventHandlerAdapter(projection).handle(event);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> tasks() {
        return jdbc.queryForList(
                "select (to_jsonb(t) - 'number')::text from task t where kind = any(?)"
                        + " order by referral_id, kind",
                String.class,
                (Object) OWN.toArray(String[]::new));
    }

    /** Every column but the number, which says in which order the rows came. */
    private List<String> rows() {
        return jdbc.queryForList(
                "select (to_jsonb(v) - 'number')::text from referral_view v order by referral_id",
                String.class);
    }

    private String requested() {
        return post("/api/referrals", SampleBodies.referral(Map.of())).header("Location");
    }
}
