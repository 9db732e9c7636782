package de.kim.system.bench;

import de.kim.events.CapacitySet;
import de.kim.events.OfferExpired;
import de.kim.events.OfferWithdrawn;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PublicEvent;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.local.Progress;
import de.kim.local.api.Answer;
import de.kim.local.api.Api;
import de.kim.local.api.Services;
import de.kim.local.issuer.Account;
import de.kim.local.issuer.Accounts;
import de.kim.local.postgres.Databases;
import de.kim.rules.Course;
import de.kim.rules.Person;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * W11: a year of all Germany, or a share of it, through the five services and over their APIs: so
 * many people are referred and tested, so many courses scheduled, a round is held twelve times,
 * four of five who are offered a place take it. The year's work, not its days: everything happens
 * as soon as the services take it. At the end the ledger has to have what every store published,
 * and no course more people than places.
 */
final class YearOfGermany implements Workload {
    private static final int PEOPLE = 363_000;
    private static final int COURSES = 20_000;
    private static final int ROUNDS = 12;
    private static final int CLIENTS = 8;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(60);
    private static final int QUIET_LOOKS = 20;
    private static final String REFERRAL = "referral-service";
    private static final String CATALOG = "course-catalog-service";
    private static final String ALLOCATION = "allocation-service";

    @Override
    public String name() {
        return "W11";
    }

    @Override
    public String question() {
        return "a year of all Germany through the real services";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        var share = bench.share();
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        var nation =
                new Nation(
                        today,
                        (int) Math.max(ROUNDS * 5, PEOPLE * share),
                        (int) Math.max(ROUNDS, COURSES * share));
        try (var servers = Servers.start(bench, name())) {
            var stack = servers.stack();
            var api = Services.of(stack.status(), Progress.SILENT);
            var year = new Year(bench, nation, api, stack::databases, today);
            return year.lines(share);
        }
    }

    /** The databases, asked for when they are needed. */
    private interface Stores {
        Databases databases();
    }

    private record Year(Bench bench, Nation nation, Api api, Stores stores, LocalDate today) {
        private Database store(String name) {
            return Database.of(stores.databases(), name);
        }

        List<Line> lines(double share) throws Exception {
            var begin = System.nanoTime();
            providers();
            var offers = new AtomicLong();
            for (var round = 0; round < ROUNDS; round++) {
                bench.tell("  round %d of %d".formatted(round + 1, ROUNDS));
                schedule(part(nation.courses(), round));
                refer(part(nation.people(), round));
                awaitQueued(upTo(nation.people().size(), round));
                hold(round);
                offers.addAndGet(answer());
            }
            awaitDrained();
            var seconds = (System.nanoTime() - begin) / 1e9;
            return figures(share, seconds, offers.get());
        }

        private List<Line> figures(double share, double seconds, long offers) throws SQLException {
            var events = store("reporting").number("select size from ledger_head");
            var taken = new Seats();
            taken.read(store("reporting"));
            VoidRunException.unlessEqual("seats sold twice", 0, taken.oversold());
            var what =
                    String.format(
                            Locale.ROOT,
                            "%.2f %% of the year: %,d people, %,d courses, ",
                            share * 100,
                            nation.people().size(),
                            nation.courses().size());
            return List.of(
                    Line.plain(what + "wall time", Range.single(seconds), "s"),
                    Line.plain(what + "public events", Range.single(events), "events"),
                    Line.plain(what + "throughput", Range.single(events / seconds), "events/s"),
                    Line.plain(what + "offers answered", Range.single(offers), "offers"),
                    Line.plain(what + "places taken", Range.single(taken.accepted()), "places"),
                    Line.plain(
                            "the ledger with tree and indexes",
                            Range.single(ledgerBytes() / events),
                            "bytes/event"),
                    Line.plain(
                            "the five stores with their indexes",
                            Range.single(storeBytes() / (double) stored()),
                            "bytes/event"),
                    Line.plain("seats sold twice", Range.single(taken.oversold()), "seats"));
        }

        private double ledgerBytes() throws SQLException {
            return store("reporting")
                    .number(
                            "select pg_total_relation_size('ledger')"
                                    + " + pg_total_relation_size('ledger_node')");
        }

        private static final List<String> STORES =
                List.of("referral", "course_catalog", "allocation", "notification");

        private long storeBytes() throws SQLException {
            return sum("select pg_total_relation_size('event')");
        }

        private long stored() throws SQLException {
            return sum("select count(*) from event");
        }

        private long published() throws SQLException {
            return sum("select count(*) from event where subject_sequence is not null");
        }

        private long sum(String query) throws SQLException {
            var sum = 0L;
            for (var store : STORES) {
                sum += store(store).number(query);
            }
            return sum;
        }

        private void providers() {
            Accounts.ALL.stream()
                    .filter(account -> account.roles().contains("provider"))
                    .map(Account::user)
                    .forEach(
                            code ->
                                    post(
                                            CATALOG,
                                            "/api/providers",
                                            Accounts.COORDINATOR,
                                            Nation.provider(today, code)));
        }

        private void schedule(List<Course> courses) throws Exception {
            each(
                    courses,
                    course ->
                            post(
                                    CATALOG,
                                    "/api/courses",
                                    Nation.provider(course),
                                    nation.course(course)));
        }

        private void refer(List<Person> people) throws Exception {
            var bodies =
                    Accounts.ALL.stream()
                            .filter(account -> account.roles().contains("referrer"))
                            .map(Account::user)
                            .toList();
            each(
                    people,
                    person -> {
                        var body =
                                bodies.get(
                                        Math.floorMod(
                                                person.referralId().hashCode(), bodies.size()));
                        var referral =
                                post(REFERRAL, "/api/referrals", body, nation.referral(person));
                        var id = referral.json().path("referralId").asString();
                        post(
                                REFERRAL,
                                "/api/referrals/" + id + "/placement-test",
                                body,
                                nation.test(person));
                    });
        }

        private void awaitQueued(long people) throws SQLException {
            var query =
                    "select count(*) from ledger where type = 'kim.allocations.referral-queued.v1'";
            await("people on the waiting list", () -> store("reporting").number(query) >= people);
        }

        /** One that is running already holds up the next. */
        private void hold(int round) throws SQLException {
            await(
                    "round %d".formatted(round),
                    () ->
                            api.post(
                                            ALLOCATION,
                                            "/api/rounds",
                                            Accounts.COORDINATOR,
                                            UUID.randomUUID().toString(),
                                            Map.of())
                                    .done());
        }

        /** Four of five accept; whoever declines leaves the place to the next round. */
        private long answer() throws Exception {
            var open = openOffers();
            var turns = IntStream.range(0, open.size()).boxed().toList();
            each(
                    turns,
                    turn -> {
                        var offer = open.get(turn).path("offerId").asString();
                        var accepts = turn % 5 != 4;
                        api.post(
                                ALLOCATION,
                                "/api/offers/%s/%s"
                                        .formatted(offer, accepts ? "acceptance" : "decline"),
                                Accounts.COORDINATOR,
                                UUID.randomUUID().toString(),
                                accepts
                                        ? Map.of("answeredBy", "COUNSELLOR")
                                        : Map.of(
                                                "answeredBy", "COUNSELLOR",
                                                "reason", "OTHER"));
                    });
            return open.size();
        }

        private List<JsonNode> openOffers() {
            var all = new ArrayList<JsonNode>();
            var cursor = "";
            do {
                var page =
                        api.get(
                                        ALLOCATION,
                                        "/api/offers?state=OPEN&limit=200" + cursor,
                                        Accounts.COORDINATOR)
                                .json();
                page.path("items").forEach(all::add);
                var next = page.path("nextCursor").asString("");
                cursor = next.isEmpty() ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            return all;
        }

        /** Whatever a store has published is in the ledger, and nothing more comes. */
        private void awaitDrained() throws SQLException {
            var ledger = "select count(*) from ledger where type not like '%sealed%'";
            var quiet = new AtomicLong();
            var before = new AtomicLong();
            await(
                    "all that was published, in the ledger",
                    () -> {
                        var published = published();
                        var isThere = store("reporting").number(ledger) == published;
                        quiet.set(
                                isThere && before.getAndSet(published) == published
                                        ? quiet.get() + 1
                                        : 0);
                        return quiet.get() >= QUIET_LOOKS;
                    });
        }

        private Answer post(String service, String path, String user, Map<String, Object> content) {
            var answer = api.post(service, path, user, UUID.randomUUID().toString(), content);
            if (!answer.done()) {
                throw new IllegalStateException(
                        "%s %s: %s: the run is void".formatted(service, path, answer.refusal()));
            }
            return answer;
        }

        private static <T> List<T> part(List<T> all, int round) {
            return all.subList(upTo(all.size(), round - 1), upTo(all.size(), round));
        }

        private static int upTo(int all, int round) {
            return (int) ((long) all * (round + 1) / ROUNDS);
        }
    }

    private interface Work<T> {
        void on(T one) throws Exception;
    }

    private static <T> void each(Collection<T> all, Work<T> work) throws Exception {
        var left = new ConcurrentLinkedQueue<>(all);
        Clients.run(
                CLIENTS,
                TimeUnit.NANOSECONDS.toSeconds(PATIENCE),
                all.size() + 1L,
                (client, turn) -> {
                    var next = left.poll();
                    if (next != null) {
                        work.on(next);
                    }
                });
        VoidRunException.unlessEqual("pieces of work that nobody came to", 0, left.size());
    }

    private interface Question {
        boolean isTrue() throws SQLException;
    }

    private static void await(String what, Question question) throws SQLException {
        var givenUp = System.nanoTime() + PATIENCE;
        while (!question.isTrue()) {
            if (System.nanoTime() > givenUp) {
                throw new IllegalStateException(what + " do not come: the run is void");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** Who sits or may sit in which course, from the bytes of the ledger. */
    private static final class Seats {
        private final Map<UUID, Integer> capacity = new HashMap<>();
        private final Map<UUID, UUID> live = new HashMap<>();
        private final Map<UUID, UUID> accepted = new HashMap<>();

        void read(Database database) throws SQLException {
            var json = new CloudEventJson();
            try (var connection = database.ownerConnection()) {
                connection.setAutoCommit(false);
                try (var query =
                        connection.prepareStatement(
                                "select bytes from ledger where topic = 'kim.allocations'"
                                        + " order by index")) {
                    query.setFetchSize(2000);
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            if (json.read(rows.getBytes(1)) instanceof Reading.Known known) {
                                take(known.envelope().event());
                            }
                        }
                    }
                }
            }
        }

        private void take(PublicEvent event) {
            switch (event) {
                case CapacitySet e -> capacity.put(e.courseId(), e.capacity());
                case PlaceOffered e -> live.put(e.offerId(), e.courseId());
                case PlaceAccepted e -> {
                    live.remove(e.offerId());
                    accepted.put(e.referralId(), e.courseId());
                }
                case PlaceDeclined e -> live.remove(e.offerId());
                case OfferExpired e -> live.remove(e.offerId());
                case OfferWithdrawn e -> live.remove(e.offerId());
                case PlaceReleased e -> accepted.remove(e.referralId(), e.courseId());
                default -> {}
            }
        }

        long accepted() {
            return accepted.size();
        }

        /** Seats beyond the capacity in force, all courses together. */
        long oversold() {
            var sold = new HashMap<UUID, Integer>();
            live.values().forEach(course -> sold.merge(course, 1, Integer::sum));
            accepted.values().forEach(course -> sold.merge(course, 1, Integer::sum));
            return sold.entrySet().stream()
                    .mapToLong(
                            course ->
                                    Math.max(
                                            0,
                                            course.getValue()
                                                    - capacity.getOrDefault(course.getKey(), 0)))
                    .sum();
        }
    }
}
