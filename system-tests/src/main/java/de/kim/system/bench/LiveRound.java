package de.kim.system.bench;

import de.kim.events.AdmissionKind;
import de.kim.events.AllocationDecided;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseScheduled;
import de.kim.events.Envelope;
import de.kim.events.NationalityGroup;
import de.kim.events.PlaceOffered;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.Profile;
import de.kim.events.ProviderAdmitted;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.Topic;
import de.kim.events.WithdrawalReason;
import de.kim.kit.door.CloudEventJson;
import de.kim.local.Json;
import de.kim.local.issuer.Accounts;
import de.kim.local.issuer.Tokens;
import de.kim.rules.Admission;
import de.kim.rules.Course;
import de.kim.rules.Entitlement;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.simulator.SampleRound;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A round of allocation-service as it runs: from the coordinator's request until every decision and
 * offer stands on Kafka. Lottery, input, matching, verifier, every event stored in its unit of work
 * and published are in the time; the people and courses were said on Kafka before.
 */
final class LiveRound implements Workload {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int RADIUS_KM = 25;
    private static final double AIM_SECONDS = 2;

    @Override
    public String name() {
        return "ROUND";
    }

    @Override
    public String question() {
        return "a round over all who wait, until its last event is published";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        var people = bench.size(1_000, 100);
        var courses = bench.size(100, 10);
        try (var servers =
                        Servers.start(
                                bench,
                                name(),
                                "postgres",
                                "kafka",
                                "issuer",
                                "allocation-service");
                var town = new Town(servers, people, courses)) {
            var answered = new ArrayList<Double>();
            var published = new ArrayList<Double>();
            for (var round = 0; round <= bench.rounds(); round++) {
                bench.tell("  %,d people and %,d courses".formatted(people, courses));
                town.fill(round);
                var times = town.hold();
                // the first one warms up
                if (round > 0) {
                    answered.add(times.answered());
                    published.add(times.published());
                }
                town.clear();
            }
            var what = "%,d × %,d, ".formatted(people, courses);
            var all =
                    Line.plain(
                            what + "until the last event is published", Range.of(published), "s");
            return List.of(
                    Line.plain(what + "until the request is answered", Range.of(answered), "s"),
                    all.aimed("1,000 × 100 in ≤ 2 s", all.figure().median() <= AIM_SECONDS));
        }
    }

    private record Times(double answered, double published) {}

    /** Who waits, what is offered, and everybody who says so. */
    private static final class Town implements AutoCloseable {
        private final CloudEventJson json = new CloudEventJson();
        private final Map<String, Long> sequences = new HashMap<>();
        private final HttpClient http = HttpClient.newHttpClient();
        private final Database database;
        private final Tokens tokens;
        private final String rounds;
        private final PlainProducer referrals;
        private final PlainProducer profiles;
        private final PlainProducer courses;
        private final TopicListener listener;
        private final int people;
        private final int places;
        private final Set<String> admitted = ConcurrentHashMap.newKeySet();
        private RoundInput input = SampleRound.of(1, 1, RADIUS_KM, 0);

        /** What was told of the round, by person; offers and decisions apart. */
        private final Set<UUID> decided = ConcurrentHashMap.newKeySet();

        private final Set<UUID> offered = ConcurrentHashMap.newKeySet();
        private final AtomicInteger ofRound = new AtomicInteger();

        Town(Servers servers, int people, int places) throws SQLException {
            var status = servers.stack().status();
            var bootstrap = servers.stack().bootstrap();
            this.database = Database.of(servers.stack().databases(), "allocation");
            this.tokens = new Tokens(status);
            this.rounds = status.service("allocation-service").orElseThrow().url() + "/api/rounds";
            this.referrals = new PlainProducer(bootstrap, Topic.REFERRALS.destination());
            this.profiles = new PlainProducer(bootstrap, Topic.PROFILES.destination());
            this.courses = new PlainProducer(bootstrap, Topic.COURSES.destination());
            this.listener = new TopicListener(bootstrap, Topic.ALLOCATIONS.destination());
            this.people = people;
            this.places = places;
        }

        /** New people and courses, until the service knows them all. */
        void fill(int round) throws Exception {
            input = SampleRound.of(people, places, RADIUS_KM, round + 1L);
            var said = new ArrayList<TopicListener.Heard>();
            for (Admission admission : input.admissions()) {
                if (admitted.add(admission.toString())) {
                    said.add(event(admitted(admission)));
                }
            }
            input.courses().forEach(course -> said.add(event(scheduled(course))));
            courses.send(said);
            var asked = new ArrayList<TopicListener.Heard>();
            var attributes = new ArrayList<TopicListener.Heard>();
            for (Person person : input.people()) {
                var profile = profile(person);
                var requested = requested(person, profile);
                asked.add(event(requested));
                asked.add(event(tested(person)));
                attributes.add(
                        new TopicListener.Heard(
                                key(requested), json.write(profile, envelope(requested, 1))));
            }
            profiles.send(attributes);
            referrals.send(asked);
            until(
                    "people who wait",
                    """
                    select count(*) from placement p join heard_referral r using (referral_id)
                    join heard_profile f using (referral_id) where p.waits and not r.ended
                    """,
                    people);
            until(
                    "courses with places",
                    "select count(*) from course_places where not closed and capacity > 0",
                    places);
        }

        Times hold() throws Exception {
            decided.clear();
            offered.clear();
            ofRound.set(0);
            listener.listen(this::heard);
            var request =
                    HttpRequest.newBuilder(URI.create(rounds))
                            .timeout(PATIENCE)
                            .header(
                                    "Authorization",
                                    "Bearer " + tokens.of(Accounts.COORDINATOR).text())
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build();
            var begin = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            var answered = (System.nanoTime() - begin) / 1e9;
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(
                        "no round: " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            var held = Json.read(answer.body(), JsonNode.class);
            var givenUp = begin + PATIENCE.toNanos();
            while (!isPublished(held) && System.nanoTime() < givenUp) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            }
            var published = (System.nanoTime() - begin) / 1e9;
            VoidRunException.unlessEqual(
                    "people in the round", people, held.path("waiting").asLong());
            VoidRunException.unlessEqual("people told a decision", people, decided.size());
            VoidRunException.unlessEqual(
                    "people offered a place", held.path("offered").asLong(), offered.size());
            VoidRunException.unlessAtLeast("people offered a place", people / 10, offered.size());
            return new Times(answered, published);
        }

        private boolean isPublished(JsonNode held) {
            return ofRound.get() == 2
                    && decided.size() == people
                    && offered.size() == held.path("offered").asInt();
        }

        private void heard(TopicListener.Heard heard) {
            if (json.read(heard.value()) instanceof CloudEventJson.Reading.Known known) {
                switch (known.envelope().event()) {
                    case RoundOpened e -> ofRound.incrementAndGet();
                    case RoundVerified e -> ofRound.incrementAndGet();
                    case AllocationDecided e -> decided.add(e.referralId());
                    case PlaceOffered e -> offered.add(e.referralId());
                    default -> {}
                }
            }
        }

        /** The courses are over, and whoever got no place is gone: the next round begins anew. */
        void clear() throws Exception {
            var over = new ArrayList<TopicListener.Heard>();
            for (Course course : input.courses()) {
                over.add(event(new CourseCompleted(course.courseId(), input.heldOn())));
            }
            courses.send(over);
            var gone = new ArrayList<TopicListener.Heard>();
            for (Person person : input.people()) {
                if (!offered.contains(person.referralId())) {
                    gone.add(
                            event(
                                    new ReferralWithdrawn(
                                            person.referralId(), WithdrawalReason.OTHER)));
                }
            }
            referrals.send(gone);
            until("people who still wait", "select count(*) from placement where waits", 0);
            until("courses", "select count(*) from course_places where not closed", 0);
        }

        private void until(String what, String query, long wanted) throws SQLException {
            var givenUp = System.nanoTime() + PATIENCE.toNanos();
            while (database.number(query) != wanted && System.nanoTime() < givenUp) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            VoidRunException.unlessEqual(what, wanted, database.number(query));
        }

        private TopicListener.Heard event(PublicEvent event) {
            var sequence = sequences.merge(event.subject(), 1L, Long::sum);
            return new TopicListener.Heard(key(event), json.write(envelope(event, sequence)));
        }

        private static byte[] key(PublicEvent event) {
            return event.subject().getBytes(StandardCharsets.UTF_8);
        }

        private static Envelope envelope(PublicEvent event, long sequence) {
            return new Envelope(
                    UUID.randomUUID(),
                    "/kim/bench",
                    sequence,
                    Instant.now(),
                    "bench",
                    "bench",
                    null,
                    event);
        }

        private static ProviderAdmitted admitted(Admission admission) {
            return new ProviderAdmitted(
                    admission.providerId(),
                    admission.providerId(),
                    List.copyOf(admission.courseTypes()),
                    AdmissionKind.FIRST,
                    admission.from(),
                    admission.until(),
                    null,
                    null);
        }

        private static CourseScheduled scheduled(Course course) {
            return new CourseScheduled(
                    course.courseId(),
                    course.providerId(),
                    course.type(),
                    course.sections(),
                    course.times(),
                    course.venue(),
                    course.childcare(),
                    course.womenOnly(),
                    course.online(),
                    Math.max(1, course.freePlaces()),
                    null,
                    null,
                    null);
        }

        private static ReferralRequested requested(Person person, Profile profile) {
            Entitlement entitlement = person.entitlements().getFirst();
            return new ReferralRequested(
                    person.referralId(),
                    person.pseudonym(),
                    "jobcenter-stadt",
                    entitlement.basis(),
                    entitlement.entitledOn(),
                    entitlement.lapsesOn(),
                    person.registeredOn(),
                    person.wishes(),
                    person.onlyWishes(),
                    profile.commitment());
        }

        private static PlacementTestRecorded tested(Person person) {
            return new PlacementTestRecorded(
                    person.referralId(),
                    LocalDate.now(),
                    person.recommendedType(),
                    person.recommendedSection(),
                    false);
        }

        private static Profile profile(Person person) {
            return new Profile(
                    person.referralId(),
                    1,
                    "00ff",
                    person.gender(),
                    person.ageBand(),
                    person.municipality(),
                    NationalityGroup.OTHER,
                    List.of("ar"),
                    person.childcareNeeded(),
                    person.accessibilityNeeded(),
                    person.available());
        }

        @Override
        public void close() throws Exception {
            http.close();
            listener.close();
            courses.close();
            profiles.close();
            referrals.close();
        }
    }
}
