package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One referral step by step, forward and back. */
class ReplayTest extends Reporting {
    @Test
    void the_state_is_that_after_each_event_and_the_links_lead_through_all_of_them() {
        request(referral, REGISTERED);
        SOURCES.say(Topic.ALLOCATIONS, queuedThen());
        awaitTypes(referral, 2);
        SOURCES.say(Topic.ALLOCATIONS, offered());
        SOURCES.say(Topic.ALLOCATIONS, accepted());
        awaitTypes(referral, 4);

        JsonNode last = json("/api/referrals/" + referral + "/replay");
        assertThat(last.path("step").asInt()).isEqualTo(4);
        assertThat(last.hasNonNull("next")).isFalse();
        assertThat(last.at("/state/place/held/courseId").asString("")).isEqualTo(course.toString());

        List<String> back = new ArrayList<>();
        JsonNode at = last;
        while (at.hasNonNull("previous")) {
            String next = "/api/referrals/%s/replay?at=%d".formatted(referral, index(at));
            at = json(at.path("previous").asString());
            assertThat(at.path("next").asString()).isEqualTo(next);
            back.add(at.at("/event/type").asString());
        }
        assertThat(back).hasSize(3).doesNotHaveDuplicates();
        assertThat(at.path("step").asInt()).isEqualTo(1);
        assertThat(at.path("steps").asInt()).isEqualTo(4);
        assertThat(at.at("/state/offers/made").asInt(0)).isZero();
        assertThat(at.at("/state/place").hasNonNull("held")).isFalse();
    }

    @Test
    void between_two_events_it_stands_as_after_the_one_before() {
        request(referral, REGISTERED);
        awaitTypes(referral, 1);
        long first = index(json("/api/referrals/" + referral + "/replay"));
        request(UUID.randomUUID(), REGISTERED);
        SOURCES.say(Topic.ALLOCATIONS, queuedThen());
        awaitTypes(referral, 2);
        String replay = "/api/referrals/" + referral + "/replay?at=";
        long second = index(json("/api/referrals/" + referral + "/replay"));
        assertThat(index(json(replay + (second - 1)))).isEqualTo(first);
        assertThat(json(replay + (second - 1)).path("state").hasNonNull("queuedOn")).isFalse();
        assertThat(json(replay + second).at("/state/queuedOn").asString())
                .isEqualTo(REGISTERED.toString());
        assertProblem(replay + (first - 1), 404, "EVENT_UNKNOWN");
        assertProblem("/api/referrals/" + UUID.randomUUID() + "/replay", 404, "REFERRAL_UNKNOWN");
    }

    private static long index(JsonNode replay) {
        return replay.at("/event/index").asLong();
    }
}
