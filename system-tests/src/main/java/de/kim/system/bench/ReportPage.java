package de.kim.system.bench;

import de.kim.local.Status;
import de.kim.local.issuer.Accounts;
import de.kim.local.issuer.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * REPORT: the report of a quarter as a web page, over HTTP, from a ledger of three million events
 * (600,000 people, five events each; a quarter has some 180,000 of them), five pages a second.
 */
final class ReportPage implements Workload {
    private static final int RATE = 5;
    private static final double AIM_MILLIS = 200;
    private static final String PATH = "/api/report.html?quarter=2026Q2&lang=de";

    @Override
    public String name() {
        return "REPORT";
    }

    @Override
    public String question() {
        return "the report of a quarter as a page, with 3,000,000 events in the ledger";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers =
                Servers.start(bench, name(), "postgres", "kafka", "issuer", Reporting.SERVICE)) {
            var database = Database.of(servers.stack().databases(), "reporting");
            bench.tell("  filling the ledger");
            long events;
            try (var connection = database.ownerConnection()) {
                events = new Ledger().fill(connection, bench.size(3_000_000, 20_000));
            }
            database.asOwner("vacuum analyze ledger");
            bench.tell("  building the report of %,d events".formatted(events));
            var reporting = new Reporting(servers.stack().status());
            reporting.rebuild();
            VoidRunException.unlessEqual(
                    "events under the report",
                    events,
                    reporting.get("/api/report?quarter=2026Q2").path("asOf").asLong());
            var page = new Page(servers.stack().status());
            var rounds = new ArrayList<Histogram>();
            for (var round = 0; round <= bench.rounds(); round++) {
                bench.tell("  looking at the page");
                var latencies = new Latencies();
                OpenLoop.run(
                        RATE,
                        bench.seconds(),
                        turn -> {
                            var id = Integer.toString(turn);
                            latencies.acknowledged(id);
                            page.open();
                            latencies.seen(id);
                        });
                latencies.complete("pages");
                rounds.add(latencies.histogram());
            }
            // The first one warmed up.
            var lines =
                    Latencies.lines(
                            "page of a quarter, %,d events, %d/s".formatted(events, RATE),
                            rounds.subList(1, rounds.size()));
            var p99 = lines.getLast();
            return List.of(
                    lines.getFirst(), p99.aimed("≤ 200 ms", p99.figure().median() <= AIM_MILLIS));
        }
    }

    /** Whoever looks at it. */
    private static final class Page {
        private final HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        private final Tokens tokens;
        private final URI address;

        Page(Status status) {
            tokens = new Tokens(status);
            address = URI.create(status.service(Reporting.SERVICE).orElseThrow().url() + PATH);
        }

        void open() throws IOException, InterruptedException {
            var request =
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(60))
                            .header(
                                    "Authorization",
                                    "Bearer " + tokens.of(Accounts.COORDINATOR).text())
                            .build();
            var answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200 || !answer.body().contains("</html>")) {
                throw new IllegalStateException("no page: %d".formatted(answer.statusCode()));
            }
        }
    }
}
