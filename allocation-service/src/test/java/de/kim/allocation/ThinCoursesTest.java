package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseType;
import de.kim.events.PlacementTestRecorded;
import de.kim.kit.access.Role;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Courses that start for too few while others wait; a general course needs five. */
class ThinCoursesTest extends AllocationTestBase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    /** The courses of {@link Neighbours} begin in 49 days. */
    private static final String PATH = "/api/thin-courses?days=60";

    @Test
    void a_thin_course_is_shown_with_what_could_be_done_and_for_whom() {
        UUID courseId = neighbours.schedule(10);
        UUID holds = neighbours.refer(DAY);
        holdRound();
        List<String> waiting = waiting(5).stream().map(UUID::toString).toList();
        long events = events();

        JsonNode course = thin(door, courseId);

        assertThat(course.path("participants").asInt()).isEqualTo(1);
        assertThat(course.path("minimum").asInt()).isEqualTo(5);
        assertThat(course.path("waiting").asInt()).isEqualTo(5);
        assertThat(course.path("english").asString()).contains("minimum is 5");
        JsonNode proposal = course.path("proposals").get(0);
        assertThat(proposal.path("measure").asString()).isEqualTo("OTHER_SECTION");
        assertThat(proposal.path("section").asInt()).isEqualTo(2);
        assertThat(proposal.path("reachesMinimum").asBoolean()).isTrue();
        assertThat(ids(proposal.path("gain"))).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(ids(proposal.path("lose"))).containsExactly(holds.toString());
        assertThat(events()).isEqualTo(events);
        assertThat(state(holds)).isEqualTo("OFFERED");
    }

    @Test
    void a_provider_sees_its_own_and_how_many_people() {
        neighbours.admit("traeger-02");
        UUID own = neighbours.schedule(10);
        UUID others = neighbours.schedule("traeger-02", 10);
        waiting(5);

        JsonNode list = list(FrontDoor.of(port, Neighbours.PROVIDER, Role.PROVIDER));

        assertThat(list.toString()).contains(own.toString());
        assertThat(list.valueStream().map(one -> one.path("courseId").asString()))
                .doesNotContain(others.toString());
        JsonNode gain = list.get(0).path("proposals").get(0).path("gain");
        assertThat(gain.path("people").asInt()).isEqualTo(5);
        assertThat(gain.path("referrals")).isEmpty();
        assertThat(list(door).toString()).contains(own.toString(), others.toString());
    }

    @Test
    void a_course_is_not_thin_while_nobody_waits_or_before_its_time() {
        UUID courseId = neighbours.schedule(10);
        assertThat(list(door).toString()).doesNotContain(courseId.toString());
        waiting(1);
        assertThat(list(door).toString()).contains(courseId.toString());
        assertThat(door.get("/api/thin-courses").text()).doesNotContain(courseId.toString());
    }

    @Test
    void odd_numbers_of_days_are_refused() {
        for (String days : List.of("0", "-1", "121", "x", "99999999999")) {
            Reply reply = door.get("/api/thin-courses?days=" + days);
            assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        }
    }

    private List<UUID> waiting(int people) {
        return IntStream.range(0, people).mapToObj(n -> waiting(neighbours)).toList();
    }

    /** Somebody who needs the second section, with which no course starts. */
    static UUID waiting(Neighbours neighbours) {
        UUID referralId = neighbours.refer(DAY);
        neighbours.say(
                new PlacementTestRecorded(
                        referralId, LocalDate.of(2026, 11, 21), CourseType.GENERAL, 2, false));
        return referralId;
    }

    private JsonNode thin(FrontDoor who, UUID courseId) {
        return list(who)
                .valueStream()
                .filter(one -> one.path("courseId").asString().equals(courseId.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode list(FrontDoor who) {
        Reply reply = who.get(PATH);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items");
    }

    private static List<String> ids(JsonNode affected) {
        return affected.path("referrals").valueStream().map(JsonNode::asString).toList();
    }

    private long events() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }
}
