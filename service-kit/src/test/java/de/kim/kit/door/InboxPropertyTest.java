package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.PlacesChanged;
import de.kim.events.Topic;
import de.kim.kit.door.sample.DoorTestBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the delivery, the effect is that of each event once, in order. */
class InboxPropertyTest extends DoorTestBase {
    private static final int EVENTS = 12;

    @Autowired private Reception reception;

    private final CloudEventJson json = new CloudEventJson();

    private List<Arrival> arrivals(UUID course) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 1; i <= EVENTS; i++) {
            Envelope envelope = STREET.next(new PlacesChanged(course, i));
            arrivals.add(new Arrival(Topic.COURSES, 0, i, null, json.write(envelope)));
        }
        return arrivals;
    }

    private static List<String> once() {
        return IntStream.rangeClosed(1, EVENTS).mapToObj(i -> i + " places " + i).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void any_order_with_any_duplicates_has_the_same_effect(long seed) {
        UUID course = UUID.randomUUID();
        List<Arrival> events = arrivals(course);
        Random random = new Random(seed);
        List<Arrival> delivery = new ArrayList<>(events);
        for (int i = random.nextInt(20); i > 0; i--) {
            delivery.add(events.get(random.nextInt(EVENTS)));
        }
        Collections.shuffle(delivery, random);
        delivery.forEach(reception::receive);
        hasHeardEachOnce(course);
    }

    @Test
    void reading_everything_again_from_the_beginning_changes_nothing() {
        UUID course = UUID.randomUUID();
        List<Arrival> events = arrivals(course);
        events.forEach(reception::receive);
        events.forEach(reception::receive);
        assertThat(heard(course)).isEqualTo(once());
    }

    @Test
    void several_instances_at_once_apply_each_event_once_and_in_order() throws Exception {
        List<UUID> courses = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<Arrival> events = courses.stream().flatMap(it -> arrivals(it).stream()).toList();
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = new ArrayList<>();
            for (int instance = 0; instance < 4; instance++) {
                List<Arrival> delivery = new ArrayList<>(events);
                Collections.shuffle(delivery, new Random(instance));
                done.add(instances.submit(() -> delivery.forEach(reception::receive)));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        courses.forEach(this::hasHeardEachOnce);
    }

    /** Soon: what was parked may just be on its way in through the service's own retries. */
    private void hasHeardEachOnce(UUID course) {
        await().until(() -> parked(course).isEmpty() && heard(course).size() >= EVENTS);
        assertThat(heard(course)).isEqualTo(once());
    }
}
