package de.kim.allocation.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.CourseType;
import de.kim.events.DeclineReason;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.ProviderChangeReason;
import de.kim.events.ReleaseCause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** I1 and I2 of DESIGN.md §5 at every prefix of every history that commands can make. */
class PlacesProperties {
    private static final List<UUID> PEOPLE = List.of(Desk.id("a"), Desk.id("b"), Desk.id("c"));
    private static final List<UUID> COURSES = List.of(Desk.id("x"), Desk.id("y"));
    private static final List<UUID> ROUNDS = List.of(Desk.id("1"), Desk.id("2"), Desk.id("3"));

    @Property(tries = 150)
    void places_and_offers_never_exceed_capacity_and_nobody_has_two(
            @ForAll("commandRuns") List<Object> commands) {
        Desk desk = new Desk();
        COURSES.forEach(course -> desk.when(new AskCapacity(course, 1)));
        PEOPLE.forEach(person -> desk.when(queue(person)));
        commands.forEach(desk::when);
        holdAtEveryPrefix(desk.history());
    }

    @Property(tries = 50)
    void a_command_given_twice_has_one_effect(@ForAll("commandRuns") List<Object> commands) {
        Desk desk = new Desk();
        COURSES.forEach(course -> desk.when(new AskCapacity(course, 1)));
        PEOPLE.forEach(person -> desk.when(queue(person)));
        for (Object command : commands) {
            desk.when(command);
            desk.when(command);
            assertThat(desk.news()).as("%s again", command).isEmpty();
        }
    }

    private static void holdAtEveryPrefix(List<AllocationHistory> history) {
        Map<UUID, Integer> capacity = new HashMap<>();
        Map<UUID, Set<UUID>> used = new HashMap<>();
        Map<UUID, Set<UUID>> live = new HashMap<>();
        Map<UUID, Set<UUID>> placed = new HashMap<>();
        Map<UUID, UUID> courseOf = new HashMap<>();
        for (AllocationHistory event : history) {
            if (event instanceof CoursePlacesHistory places) {
                follow(places, capacity, used);
                UUID course = places.courseId();
                assertThat(used.getOrDefault(course, Set.of()).size())
                        .as("I1 after %s", event)
                        .isLessThanOrEqualTo(capacity.getOrDefault(course, 0));
            } else if (event instanceof PlacementHistory placement) {
                follow(placement, live, placed, courseOf);
                UUID person = placement.referralId();
                assertThat(live.getOrDefault(person, Set.of())).as("%s", event).hasSizeLessThan(2);
                assertThat(placed.getOrDefault(person, Set.of()))
                        .as("%s", event)
                        .hasSizeLessThan(2);
            }
        }
        assertThat(all(live, placed)).isEqualTo(all(used));
    }

    private static void follow(
            CoursePlacesHistory event, Map<UUID, Integer> capacity, Map<UUID, Set<UUID>> used) {
        Set<UUID> places = used.computeIfAbsent(event.courseId(), id -> new HashSet<>());
        switch (event) {
            case CoursePlacesHistory.CapacitySet e -> capacity.put(e.courseId(), e.capacity());
            case CoursePlacesHistory.PlaceHeld e -> places.add(e.offerId());
            case CoursePlacesHistory.PlaceTaken e -> places.add(e.offerId());
            case CoursePlacesHistory.PlaceFreed e -> places.remove(e.offerId());
            case CoursePlacesHistory.Closed e -> {}
            case CoursePlacesHistory.SoonStale e -> {}
            case CoursePlacesHistory.Stale e -> {}
        }
    }

    private static void follow(
            PlacementHistory event,
            Map<UUID, Set<UUID>> live,
            Map<UUID, Set<UUID>> placed,
            Map<UUID, UUID> courseOf) {
        Set<UUID> offers = live.computeIfAbsent(event.referralId(), id -> new HashSet<>());
        Set<UUID> places = placed.computeIfAbsent(event.referralId(), id -> new HashSet<>());
        switch (event) {
            case PlacementHistory.Offered e -> {
                offers.add(e.offerId());
                courseOf.put(e.offerId(), e.courseId());
                // beside a place only an offer of another course
                assertThat(places).noneMatch(o -> e.courseId().equals(courseOf.get(o)));
            }
            case PlacementHistory.Accepted e -> {
                offers.remove(e.offerId());
                places.add(e.offerId());
            }
            case PlacementHistory.Declined e -> offers.remove(e.offerId());
            case PlacementHistory.Expired e -> offers.remove(e.offerId());
            case PlacementHistory.Withdrawn e -> offers.remove(e.offerId());
            case PlacementHistory.Released e -> places.remove(e.offerId());
            default -> {}
        }
    }

    @SafeVarargs
    private static Set<UUID> all(Map<UUID, Set<UUID>>... maps) {
        Set<UUID> all = new HashSet<>();
        for (Map<UUID, Set<UUID>> map : maps) {
            map.values().forEach(all::addAll);
        }
        return all;
    }

    @Provide
    Arbitrary<List<Object>> commandRuns() {
        Arbitrary<UUID> person = Arbitraries.of(PEOPLE);
        Arbitrary<UUID> course = Arbitraries.of(COURSES);
        Arbitrary<UUID> round = Arbitraries.of(ROUNDS);
        return Arbitraries.oneOf(
                        offers(person, course, round),
                        answers(person, course, round),
                        Combinators.combine(course, Arbitraries.integers().between(0, 3))
                                .as(AskCapacity::new),
                        Arbitraries.frequencyOf(
                                Tuple.of(
                                        8,
                                        Combinators.combine(person, course)
                                                .as(PlacesProperties::release)),
                                Tuple.of(1, person.map(LeaveWaitingList::new)),
                                Tuple.of(
                                        2,
                                        Combinators.combine(
                                                        person,
                                                        Arbitraries.of(2, 3).injectNull(0.5))
                                                .as(
                                                        (p, next) ->
                                                                new ChangeProvider(
                                                                        p,
                                                                        ProviderChangeReason.MOVED,
                                                                        next))),
                                Tuple.of(1, course.map(CancelCourse::new)),
                                Tuple.of(
                                        2,
                                        course.map(
                                                c ->
                                                        new WithdrawOffers(
                                                                c,
                                                                OfferWithdrawalCause
                                                                        .COURSE_RESCHEDULED)))))
                .map(Object.class::cast)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static Arbitrary<OfferPlace> offers(
            Arbitrary<UUID> person, Arbitrary<UUID> course, Arbitrary<UUID> round) {
        return Combinators.combine(person, course, round, Arbitraries.of(true, false))
                .as(PlacesProperties::offer);
    }

    private static Arbitrary<Object> answers(
            Arbitrary<UUID> person, Arbitrary<UUID> course, Arbitrary<UUID> round) {
        Instant now = Sample.OFFERED_AT;
        Arbitrary<OfferPlace> offer = offers(person, course, round);
        return Combinators.combine(offer, Arbitraries.integers().between(0, 3))
                .as(
                        (o, what) -> {
                            UUID p = o.match().referralId();
                            UUID id = o.offerId();
                            return switch (what) {
                                case 0 -> new AcceptPlace(p, id, AnsweredBy.PERSON, true, now);
                                case 1 -> new AcceptPlace(p, id, AnsweredBy.PERSON, false, now);
                                case 2 ->
                                        new DeclinePlace(
                                                p, id, AnsweredBy.PERSON, DeclineReason.OTHER, now);
                                default -> new ExpireOffer(p, id, now.plus(Duration.ofDays(100)));
                            };
                        });
    }

    private static OfferPlace offer(UUID person, UUID course, UUID round, boolean above) {
        Match match =
                new Match(
                        person,
                        course,
                        0,
                        1,
                        Sample.STARTS_ON,
                        Sample.UNREACHED_AFTER,
                        Sample.ENTRY_CLOSES_AT,
                        3,
                        above ? other(course) : null,
                        1,
                        1);
        return new OfferPlace(round, match, List.of(), Sample.OFFERED_AT);
    }

    private static UUID other(UUID course) {
        return course.equals(COURSES.get(0)) ? COURSES.get(1) : COURSES.get(0);
    }

    private static ReleasePlace release(UUID person, UUID course) {
        return new ReleasePlace(person, course, ReleaseCause.PARTICIPANT_MISSING);
    }

    private static QueueReferral queue(UUID person) {
        return new QueueReferral(
                person, Desk.id("p" + person), Sample.STARTS_ON, CourseType.GENERAL, 1);
    }
}
