package de.kim.system.bench;

import de.kim.local.Json;
import de.kim.local.Status;
import de.kim.local.issuer.Accounts;
import de.kim.local.issuer.Tokens;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/**
 * Pages of the worklist over HTTP, out of 100,000 referrals: the first one, one deep in the list,
 * one of a single kind and the coordinator's. The rows are put into the service's tables by COPY;
 * before anything is measured the whole list is walked and has to be complete, and afterwards the
 * server's own counters have to say that no page read the table from end to end.
 */
final class WorklistPages implements Workload {
    private static final int REFERRALS = 100_000;
    private static final int RATE = 50;
    private static final double AIM_MILLIS = 50;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Five of eight referrals are of the first one. */
    private static final List<String> BODIES =
            List.of("jobcenter-stadt", "massarbeit", "abh-stadt", "abh-landkreis");

    private static final String DESK = BODIES.getFirst();

    @Override
    public String name() {
        return "WORKLIST";
    }

    @Override
    public String question() {
        return "a page of what is to be done next, with 100,000 referrals in the table";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers =
                Servers.start(bench, name(), "postgres", "kafka", "issuer", "referral-service")) {
            var referral = Database.of(servers.stack().databases(), "referral");
            var referrals = bench.size(REFERRALS, 2_000);
            bench.tell("  %d referrals".formatted(referrals));
            load(referral, referrals);
            var desk = new Desk(servers.stack().status());
            var setting = new Setting(bench, referral, desk);
            setting.showPlans();
            return setting.lines(setting.deep());
        }
    }

    /**
     * Every referral has something to arrange and an entitlement that lapses, from two months ago
     * to far ahead; every fourth waits for an answer.
     */
    private static void load(Database database, int referrals) throws SQLException, IOException {
        var today = LocalDate.now(ZONE);
        var views = new StringBuilder();
        var tasks = new StringBuilder();
        for (var i = 1; i <= referrals; i++) {
            var id = new UUID(7, i);
            var body = i % 2 == 0 ? DESK : BODIES.get(i / 2 % BODIES.size());
            var registered = today.minusDays(i % 75);
            views.append(
                    "%s\t%d\t0\t%s\tREQUESTED\tOBLIGED_JOBCENTER\t%s\t%s\t[]\tf%n"
                            .formatted(id, i, body, registered, registered));
            task(tasks, id, "ARRANGE_TEST", body, i, registered.plusDays(14), registered);
            task(
                    tasks,
                    id,
                    "SECURE_ENTITLEMENT",
                    body,
                    i,
                    registered.plusDays(i % 400),
                    registered);
            if (i % 4 == 0) {
                task(tasks, id, "ANSWER_OFFER", body, i, today.plusDays(i % 7), today);
            }
        }
        try (var connection = database.ownerConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn(
                    "copy referral_view (referral_id, number, version, body, state, legal_basis,"
                            + " entitled_on, registered_on, wishes, only_wishes) from stdin",
                    new StringReader(views.toString()));
            copy.copyIn(
                    "copy task (referral_id, kind, body, number, due_on, since) from stdin",
                    new StringReader(tasks.toString()));
        }
        database.asOwner("vacuum analyze task", "vacuum analyze referral_view");
    }

    private static void task(
            StringBuilder rows,
            UUID id,
            String kind,
            String body,
            int number,
            LocalDate dueOn,
            LocalDate since) {
        rows.append("%s\t%s\t%s\t%d\t%s\t%s%n".formatted(id, kind, body, number, dueOn, since));
    }

    /** Whoever looks at the list. */
    private static final class Desk {
        private final HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        private final Tokens tokens;
        private final String address;

        Desk(Status status) {
            tokens = new Tokens(status);
            address = status.service("referral-service").orElseThrow().url() + "/api/worklist";
        }

        JsonNode page(String user, String query) throws IOException, InterruptedException {
            var request =
                    HttpRequest.newBuilder(URI.create(address + query))
                            .timeout(Duration.ofSeconds(60))
                            .header("Authorization", "Bearer " + tokens.of(user).text())
                            .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "no page: %d %s"
                                .formatted(
                                        answer.statusCode(),
                                        new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return Json.read(answer.body(), JsonNode.class);
        }
    }

    /**
     * One kind of page.
     *
     * @param index whose order it reads
     */
    private record Case(String what, String user, String query, String index) {}

    private record Setting(Bench bench, Database referral, Desk desk) {
        /** The cursor of the page at nine tenths of the list; walks all of it on the way. */
        String deep() throws Exception {
            var cursors = new ArrayList<String>();
            var seen = 0L;
            var cursor = "";
            do {
                var page = desk.page(DESK, "?limit=200" + cursor);
                seen += page.path("items").size();
                var next = page.path("nextCursor").asString("");
                cursor = next.isEmpty() ? "" : "&cursor=" + next;
                cursors.add(cursor);
            } while (!cursor.isEmpty());
            VoidRunException.unlessEqual(
                    "tasks on the pages", shown("body = '" + DESK + "'"), seen);
            return cursors.get(cursors.size() * 9 / 10 - 1);
        }

        private long shown(String which) throws SQLException {
            return referral.number(
                    "select count(*) from task where due_on <= date '%s' and %s"
                            .formatted(LocalDate.now(ZONE).plusDays(60), which));
        }

        List<Line> lines(String deep) throws Exception {
            var lines = new ArrayList<Line>();
            for (var each :
                    List.of(
                            new Case("first page", DESK, "", "task_of_body"),
                            new Case(
                                    "page at 90 % of the list",
                                    DESK, "?" + deep.substring(1), "task_of_body"),
                            new Case(
                                    "first page of one kind",
                                    DESK,
                                    "?kind=ANSWER_OFFER",
                                    "task_of_body_and_kind"),
                            new Case(
                                    "the coordinator's first page",
                                    Accounts.COORDINATOR,
                                    "",
                                    "task_due"))) {
                bench.tell("  " + each.what());
                lines.addAll(lines(each));
            }
            return lines;
        }

        private List<Line> lines(Case each) throws Exception {
            var read = new Counters(referral);
            var rounds = new ArrayList<Histogram>();
            var pages = 0;
            for (var round = 0; round <= bench.rounds(); round++) {
                var latencies = new Latencies();
                pages +=
                        OpenLoop.run(
                                RATE,
                                bench.seconds(),
                                turn -> {
                                    var id = Integer.toString(turn);
                                    latencies.acknowledged(id);
                                    desk.page(each.user(), each.query());
                                    latencies.seen(id);
                                });
                latencies.complete("pages");
                // The first one warms up.
                if (round > 0) {
                    rounds.add(latencies.histogram());
                }
            }
            read.expect(each.index(), pages);
            var lines = Latencies.lines(each.what() + ", %d/s".formatted(RATE), rounds);
            var p99 = lines.getLast();
            return List.of(
                    lines.getFirst(), p99.aimed("≤ 50 ms", p99.figure().median() <= AIM_MILLIS));
        }

        /** The service's statement, with values in it: {@code Worklist} puts it together. */
        void showPlans() throws SQLException {
            var plans = new LinkedHashMap<String, String>();
            plans.put("of a body", "body = '" + DESK + "' and");
            plans.put("of a body, one kind", "body = '" + DESK + "' and kind = 'ANSWER_OFFER' and");
            plans.put("of all bodies", "");
            for (Map.Entry<String, String> plan : plans.entrySet()) {
                var statement =
                        """
                        explain (analyze, costs off, timing off, summary off)
                        select * from task where due_on <= current_date + 60 and %s
                            (due_on, number, kind) > (current_date, 0, '')
                        order by due_on, number, kind limit 51
                        """
                                .formatted(plan.getValue());
                try (var connection = referral.ownerConnection();
                        var query = connection.createStatement();
                        var rows = query.executeQuery(statement)) {
                    bench.tell("  plan " + plan.getKey());
                    while (rows.next()) {
                        bench.tell("    " + rows.getString(1));
                    }
                }
            }
        }
    }

    /** How the server itself says that the table was read. */
    private static final class Counters {
        private static final String SCANS =
                "select seq_scan from pg_stat_user_tables where relname = 'task'";
        private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

        private final Database database;
        private final long scansBefore;
        private final Map<String, Long> indexBefore = new LinkedHashMap<>();

        Counters(Database database) throws SQLException {
            this.database = database;
            scansBefore = database.number(SCANS);
            for (var index : List.of("task_of_body", "task_of_body_and_kind", "task_due")) {
                indexBefore.put(index, uses(index));
            }
        }

        private long uses(String index) throws SQLException {
            return database.number(
                    "select idx_scan from pg_stat_user_indexes where indexrelname = '%s'"
                            .formatted(index));
        }

        /** The backends report with a delay. */
        void expect(String index, long pages) throws SQLException {
            var before = indexBefore.getOrDefault(index, 0L);
            var givenUp = System.nanoTime() + PATIENCE;
            while (uses(index) - before < pages && System.nanoTime() < givenUp) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            VoidRunException.unlessAtLeast(
                    "pages read in the order of " + index, pages, uses(index) - before);
            VoidRunException.unlessEqual(
                    "pages for which the whole table was read",
                    0,
                    database.number(SCANS) - scansBefore);
        }
    }
}
