package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.write.AcceptPlace;
import de.kim.allocation.write.AskCapacity;
import de.kim.allocation.write.Match;
import de.kim.allocation.write.OfferPlace;
import de.kim.allocation.write.QueueReferral;
import de.kim.events.AnsweredBy;
import de.kim.events.CourseType;
import de.kim.kit.testing.HandClock;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.work.Outcome;
import de.kim.kit.work.RootUnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class TwoInstancesTest extends AllocationTestBase {
    private static final int THREADS = 16;
    private static final int PLACES = 20;
    private static final int PEOPLE = 48;

    @Test
    void two_instances_fill_a_course_to_the_last_place_and_no_further() throws Exception {
        UUID courseId = UUID.randomUUID();
        root.run(() -> root.attempt(new AskCapacity(courseId, PLACES)));
        List<UUID> people = queue();
        try (ConfigurableApplicationContext other = secondInstance()) {
            race(courseId, people, other.getBean(RootUnitOfWork.class));
        }
        var places = door.get("/api/courses/" + courseId + "/places").json();
        assertThat(places.path("accepted").asInt()).isEqualTo(PLACES);
        assertThat(places.path("offered").asInt()).isZero();
        assertThat(stored("CoursePlacesHistory.PlaceTaken", courseId)).isEqualTo(PLACES);
        assertThat(people.stream().filter(p -> state(p).equals("PLACED"))).hasSize(PLACES);
    }

    private void race(UUID courseId, List<UUID> people, RootUnitOfWork otherRoot) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Boolean>> running = new ArrayList<>();
        try {
            for (int t = 0; t < THREADS; t++) {
                RootUnitOfWork mine = t % 2 == 0 ? root : otherRoot;
                List<UUID> share = share(people, t);
                running.add(threads.submit(client(start, mine, courseId, share)));
            }
            for (Future<Boolean> client : running) {
                assertThat(client.get()).isTrue();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Boolean> client(
            CyclicBarrier start, RootUnitOfWork root, UUID courseId, List<UUID> share) {
        return () -> {
            start.await();
            for (UUID person : share) {
                OfferPlace offer = offer(courseId, person);
                if (untilDecided(root, offer) instanceof Outcome.Done) {
                    AcceptPlace accept =
                            new AcceptPlace(
                                    person,
                                    offer.match().offerId(offer.roundId()),
                                    AnsweredBy.PERSON,
                                    false,
                                    HandClock.MONDAY);
                    assertThat(untilDecided(root, accept)).isInstanceOf(Outcome.Done.class);
                }
            }
            return true;
        };
    }

    /** As a client that was told 503 and tries again. */
    private static Outcome untilDecided(RootUnitOfWork root, Object command) {
        while (true) {
            try {
                return root.callRetrying(() -> root.attempt(command));
            } catch (ConcurrencyException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static OfferPlace offer(UUID courseId, UUID person) {
        Instant far = Instant.parse("2027-01-12T00:00:00Z");
        Match match =
                new Match(person, courseId, 0, 1, Neighbours.STARTS_ON, far, far, 3, null, 1, null);
        return new OfferPlace(UUID.randomUUID(), match, List.of(), HandClock.MONDAY);
    }

    private List<UUID> queue() {
        List<UUID> people = new ArrayList<>();
        root.run(
                () -> {
                    for (int i = 0; i < PEOPLE; i++) {
                        UUID person = UUID.randomUUID();
                        people.add(person);
                        root.attempt(
                                new QueueReferral(
                                        person,
                                        UUID.randomUUID(),
                                        LocalDate.of(2026, 11, 20),
                                        CourseType.GENERAL,
                                        1));
                    }
                });
        people.forEach(
                person ->
                        neighbours.say(
                                Neighbours.request(
                                        person,
                                        LocalDate.of(2026, 11, 20),
                                        List.of(),
                                        Neighbours.profile(person, 1))));
        return people;
    }

    private static List<UUID> share(List<UUID> people, int thread) {
        int each = PEOPLE / THREADS;
        return people.subList(thread * each, (thread + 1) * each);
    }

    private static ConfigurableApplicationContext secondInstance() {
        List<String> settings = new ArrayList<>();
        POSTGRES.environment().forEach((name, value) -> settings.add(name + "=" + value));
        KAFKA.settings().forEach((name, value) -> settings.add(name + "=" + value));
        TestIssuer.settings().forEach((name, value) -> settings.add(name + "=" + value));
        settings.add("server.port=0");
        settings.add("kim.allocation.timetable=false");
        return new SpringApplicationBuilder(AllocationService.class)
                .properties(settings.toArray(String[]::new))
                .run("--server.port=0");
    }
}
