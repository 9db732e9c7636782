package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.PlacesChanged;
import de.kim.events.Topic;
import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.DoorTestBase;
import de.kim.kit.door.sample.SampleService;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboxTest extends DoorTestBase {
    private static final String PLACES_CHANGED = "kim.courses.places-changed.v1";

    @Autowired private Commands commands;
    @Autowired private Reception reception;
    @Autowired private DeadLetterEndpoint letters;
    @Autowired private MeterRegistry metrics;

    private final UUID course = UUID.randomUUID();

    private Envelope next(int places) {
        return STREET.next(new PlacesChanged(course, places));
    }

    /** The dead letter of this kind that names the course. */
    private DeadLetter letter(String why) {
        return jdbc
                .queryForList("select id from inbox_parked where why = ?", Long.class, why)
                .stream()
                .map(letters::one)
                .filter(it -> String.valueOf(it.event()).contains(course.toString()))
                .findFirst()
                .orElseThrow();
    }

    private double count(String type, String result) {
        return metrics
                .find(DoorNames.COUNTER)
                .tags("type", type, "result", result)
                .counters()
                .stream()
                .mapToDouble(it -> it.count())
                .sum();
    }

    @Test
    void events_take_effect_once_and_in_order_however_they_arrive() {
        double dropped = count(PLACES_CHANGED, "dropped");
        List<Envelope> events = List.of(next(1), next(2), next(3), next(4));
        for (int index : new int[] {2, 0, 3, 2, 1, 0, 3}) {
            STREET.say(events.get(index));
        }
        await().until(() -> count(PLACES_CHANGED, "dropped") >= dropped + 3);
        assertThat(heard(course))
                .containsExactly("1 places 1", "2 places 2", "3 places 3", "4 places 4");
        assertThat(parked(course)).isEmpty();
    }

    @Test
    void an_unknown_type_waits_for_an_upgrade_and_only_its_subject_with_it() {
        Envelope first = next(1);
        String unknown =
                new String(new CloudEventJson().write(first), StandardCharsets.UTF_8)
                        .replace("places-changed.v1", "places-turned.v9");
        STREET.send(Topic.COURSES, course.toString(), unknown.getBytes(StandardCharsets.UTF_8));
        STREET.say(next(2));
        await().until(() -> parked(course).equals(List.of("1 UNKNOWN_TYPE", "2 EARLY")));
        assertThat(heard(course)).isEmpty();

        // The upgrade: what the bytes say is now known.
        jdbc.update(
                "update inbox_parked set type = ?, bytes = ? where subject = ? and sequence = 1",
                PLACES_CHANGED,
                new CloudEventJson().write(first),
                course.toString());
        reception.knowMoreTypes();
        await().until(() -> parked(course).isEmpty());
        assertThat(heard(course)).containsExactly("1 places 1", "2 places 2");
    }

    @Test
    void a_failing_event_is_tried_again_later_and_only_its_subject_waits() {
        AtomicInteger attempts = new AtomicInteger();
        UUID other = UUID.randomUUID();
        inbox.also =
                (event, envelope) -> {
                    if (envelope.subject().equals(course.toString())
                            && envelope.sequence() == 1
                            && attempts.incrementAndGet() < 3) {
                        throw new IllegalStateException("not now");
                    }
                };
        STREET.say(next(1));
        STREET.say(next(2));
        STREET.say(new PlacesChanged(other, 5));
        await().until(() -> heard(course).size() == 2 && heard(other).size() == 1);
        assertThat(heard(course)).containsExactly("1 places 1", "2 places 2");
        assertThat(attempts).hasValue(3);
        assertThat(parked(course)).isEmpty();
    }

    @Test
    void an_event_that_always_fails_is_dead_and_can_be_driven_again() {
        inbox.also =
                (event, envelope) -> {
                    if (envelope.subject().equals(course.toString())) {
                        throw new IllegalStateException("never");
                    }
                };
        STREET.say(next(1));
        STREET.say(next(2));
        await().until(() -> parked(course).equals(List.of("1 DEAD", "2 EARLY")));
        assertThat(heard(course)).isEmpty();
        DeadLetter dead = letter("DEAD");
        assertThat(dead.attempts()).isEqualTo(3);
        assertThat(dead.error()).isEqualTo("java.lang.IllegalStateException");

        inbox.also = (event, envelope) -> {};
        letters.redrive(dead.id());
        await().until(() -> parked(course).isEmpty());
        assertThat(heard(course)).containsExactly("1 places 1", "2 places 2");
    }

    @Test
    void malformed_bytes_are_kept_once_and_stop_nobody() {
        byte[] bytes =
                ("{\"no\":\"event\",\"of\":\"" + course + "\"}").getBytes(StandardCharsets.UTF_8);
        double dead = count("malformed", "dead");
        STREET.send(Topic.COURSES, course.toString(), bytes);
        STREET.send(Topic.COURSES, course.toString(), null);
        STREET.say(next(1));
        await().until(() -> !heard(course).isEmpty());
        assertThat(count("malformed", "dead")).isEqualTo(dead + 2);

        DeadLetter kept = letter("MALFORMED");
        reception.receive(new Arrival(Topic.COURSES, kept.partition(), kept.offset(), null, bytes));
        assertThat(count("malformed", "dead")).isEqualTo(dead + 2);
    }

    @Test
    void an_outage_of_the_database_is_not_the_events_fault() {
        double failed = count(PLACES_CHANGED, "failed");
        AtomicInteger attempts = new AtomicInteger();
        inbox.also =
                (event, envelope) -> {
                    if (envelope.subject().equals(course.toString())
                            && attempts.incrementAndGet() == 1) {
                        jdbc.execute("select pg_terminate_backend(pg_backend_pid())");
                    }
                };
        STREET.say(next(1));
        STREET.say(next(2));
        await().until(() -> heard(course).size() == 2);
        assertThat(heard(course)).containsExactly("1 places 1", "2 places 2");
        assertThat(attempts).hasValue(3);
        assertThat(count(PLACES_CHANGED, "failed")).isEqualTo(failed);
    }

    @Test
    void of_profiles_the_highest_version_wins_and_an_erased_one_never_comes_back() {
        STREET.say(SampleService.profile(course, 2));
        STREET.say(SampleService.profile(course, 1));
        STREET.say(SampleService.profile(course, 3));
        STREET.eraseProfile(course);
        STREET.say(SampleService.profile(course, 4));
        STREET.eraseProfile(course);
        UUID last = UUID.randomUUID();
        STREET.say(SampleService.profile(last, 1));
        await().until(() -> heard(course).contains("0 erased") && heard(last).size() == 1);
        assertThat(heard(course)).containsExactly("2 profile", "3 profile", "0 erased");
    }

    @Test
    void an_erasure_takes_kept_profiles_with_it_whatever_was_wrong_with_them() {
        String profile = "{\"type\": \"kim.profiles.profile.v1\", \"of\": \"" + course + "\"}";
        UUID other = UUID.randomUUID();
        for (UUID each : List.of(course, other)) {
            STREET.send(Topic.PROFILES, each.toString(), profile.getBytes(StandardCharsets.UTF_8));
        }
        await().until(() -> keptProfiles(course) == 1 && keptProfiles(other) == 1);
        STREET.eraseProfile(course);
        await().until(() -> keptProfiles(course) == 0);
        assertThat(keptProfiles(other)).isEqualTo(1);
        // read again after a lost offset
        STREET.send(Topic.PROFILES, course.toString(), profile.getBytes(StandardCharsets.UTF_8));
        await().until(() -> keptProfiles(course) == 1);
        STREET.eraseProfile(course);
        await().until(() -> keptProfiles(course) == 0);
    }

    private int keptProfiles(UUID referral) {
        Integer kept =
                jdbc.queryForObject(
                        "select count(*) from inbox_parked where topic = 'kim.profiles'"
                                + " and record_key = ?",
                        Integer.class,
                        (Object) referral.toString().getBytes(StandardCharsets.UTF_8));
        return kept == null ? 0 : kept;
    }

    @Test
    void a_refused_command_takes_only_its_own_work_back_and_the_origin_travels_on() {
        inbox.also =
                (event, envelope) -> {
                    if (event instanceof PlacesChanged changed && changed.places() == 100) {
                        commands.send(
                                List.of(
                                        new CourseCommand.Change(course, 101),
                                        new CourseCommand.ChangeAndRefuse(course),
                                        new CourseCommand.Change(course, 102)));
                    }
                };
        double refused = count(PLACES_CHANGED, "refused");
        Envelope cause = next(100);
        STREET.say(cause);
        await().until(() -> heard(course).size() == 3);
        assertThat(heard(course)).containsExactly("1 places 100", "1 places 101", "2 places 102");
        assertThat(count(PLACES_CHANGED, "refused")).isEqualTo(refused + 1);
        assertThat(
                        jdbc.queryForList(
                                "select causation || ' ' || correlation || ' ' || body from heard"
                                        + " where subject = ? and source = '/kim/sample-service'",
                                String.class,
                                course.toString()))
                .containsOnly(cause.id() + " " + cause.correlationId() + " " + cause.body());
    }
}
