package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.audit.bundle.AuditResult;
import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.bundle.BundleVerifier;
import de.kim.audit.bundle.Verdict;
import de.kim.audit.note.PublicKeyLine;
import de.kim.events.Envelope;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A bundle as the service writes it, read by the verifier that has nothing else. */
class BundleTest extends Reporting {
    @TempDir private Path folder;

    @Test
    void what_the_service_writes_is_confirmed_offline() throws Exception {
        story();
        for (int i = 0; i < 4; i++) {
            request(UUID.randomUUID(), REGISTERED.plusDays(i));
        }
        Envelope queued = SOURCES.next(queuedThen(), Sources.NOON);
        String newer =
                new String(new CloudEventJson().write(queued), StandardCharsets.UTF_8)
                        .replace("\"data\":{", "\"data\":\n{\"another\" : [1],")
                        .replace("referral-queued.v1", "referral-queued.v9");
        SOURCES.send(Topic.ALLOCATIONS, queued.subject(), newer.getBytes(StandardCharsets.UTF_8));
        awaitTypes(referral, 8);
        AuditResult result = verify(export());
        for (String name :
                List.of(
                        "container",
                        "keys",
                        "checkpoints",
                        "tree",
                        "events",
                        "sequences",
                        "report")) {
            assertThat(property(result, name).verdict())
                    .as(property(result, name).toString())
                    .isEqualTo(Verdict.OK);
        }
        assertThat(property(result, "report-by-profile").verdict())
                .isEqualTo(Verdict.NOT_CHECKABLE);
    }

    @Test
    void one_byte_changed_in_the_database_is_named_by_the_verifier() throws Exception {
        Envelope said = SOURCES.say(Topic.REFERRALS, requested());
        awaitTypes(referral, 1);
        byte[] bytes = new CloudEventJson().write(said);
        String changed =
                new String(bytes, StandardCharsets.UTF_8)
                        .replace("jobcenter-stadt", "jobcenter-stAdt");
        long index = one("select index from ledger where event_id = ?", Long.class, said.id());
        try (Connection owner = POSTGRES.connectAsOwner()) {
            JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
            String change = "update ledger set bytes = ? where event_id = ?";
            database.update(change, changed.getBytes(StandardCharsets.UTF_8), said.id());
            try {
                AuditResult result = verify(export());
                assertThat(result.ok()).isFalse();
                assertThat(property(result, "tree").verdict()).isEqualTo(Verdict.OK);
                assertThat(property(result, "events").detail())
                        .isEqualTo(
                                "the event of index %d was changed: there is event %s"
                                        .formatted(index, said.id()));
            } finally {
                database.update(change, bytes, said.id());
            }
        }
    }

    @Test
    void a_report_that_was_made_up_in_the_database_is_found() throws Exception {
        story();
        jdbc.update(
                "update report_case_%s set started_on = null, started_course_id = null where referral_id = ?"
                        .formatted(liveSet()),
                referral);
        jdbc.update(
                "update report_course_%s set capacity = 99 where course_id = ?"
                        .formatted(liveSet()),
                course);
        Property report = property(verify(export()), "report");
        assertThat(report.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(report.detail()).contains("/utilisation/");
        rebuild();
        assertThat(property(verify(export()), "report").verdict()).isEqualTo(Verdict.OK);
    }

    private Path export() throws IOException, InterruptedException {
        await().until(() -> door.get("/api/ledger/checkpoint").status() == 200);
        HttpResponse<Path> response =
                HttpClient.newHttpClient()
                        .send(
                                door.request("/api/ledger/bundle?quarter=2026Q4").build(),
                                HttpResponse.BodyHandlers.ofFile(
                                        folder.resolve(UUID.randomUUID() + ".zip")));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private AuditResult verify(Path file) throws IOException {
        List<PublicKeyLine> keys =
                json("/api/ledger/keys")
                        .valueStream()
                        .map(key -> PublicKeyLine.parse(key.get("line").stringValue()))
                        .toList();
        return BundleVerifier.verify(file, keys);
    }

    private static Property property(AuditResult result, String name) {
        return result.properties().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
