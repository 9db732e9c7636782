package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.PlaceOffered;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** The report rebuilt from the ledger, against the live one. */
class RebuildTest extends Reporting {
    @Test
    void a_rebuild_finds_the_live_report_equal_and_takes_its_place() {
        story();
        String before = liveSet();
        JsonNode rebuilt = rebuild();
        assertThat(rebuilt.get("divergentRows").intValue()).isZero();
        assertThat(rebuilt.get("events").longValue())
                .isEqualTo(json("/api/projection").get("position").longValue());
        assertThat(liveSet()).isNotEqualTo(before);
        assertThat(row(referral))
                .isEqualTo("jobcenter-stadt OBLIGED_JOBCENTER 1 offers 2026-10-20 2026-10-21");
        SOURCES.say(
                Topic.ALLOCATIONS,
                new PlaceOffered(
                        referral,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        course,
                        1,
                        STARTS,
                        Sources.NOON));
        await().until(() -> offers(referral) == 2);
    }

    @Test
    void a_row_that_was_changed_by_hand_is_found_and_replaced() {
        story();
        jdbc.update(
                "update report_case_%s set offers = 7 where referral_id = ?".formatted(liveSet()),
                referral);
        jdbc.update(
                "insert into report_provider_%s values ('nobody', 'Nobody')".formatted(liveSet()));
        JsonNode rebuilt = rebuild();
        assertThat(rebuilt.get("divergentRows").intValue()).isEqualTo(2);
        assertThat(rebuilt.get("examples").toString()).contains(referral.toString());
        assertThat(offers(referral)).isEqualTo(1);
        assertThat(rebuild().get("divergentRows").intValue()).isZero();
    }

    @Test
    void what_an_unknown_event_means_is_shown_as_soon_as_a_version_knows_it() throws Exception {
        String type = "kim.allocations.place-offered.v1";
        SOURCES.say(Topic.ALLOCATIONS, queuedThen());
        Envelope offered = SOURCES.next(offered(), Sources.NOON);
        byte[] bytes = new CloudEventJson().write(offered);
        String unknown =
                new String(bytes, StandardCharsets.UTF_8)
                        .replace(type, "kim.allocations.place-offered.v9");
        SOURCES.send(
                Topic.ALLOCATIONS, offered.subject(), unknown.getBytes(StandardCharsets.UTF_8));
        SOURCES.say(Topic.ALLOCATIONS, accepted());
        awaitTypes(referral, 3);
        assertThat(offers(referral)).isZero();
        assertThat(rebuild().get("divergentRows").intValue()).isZero();
        assertThat(offers(referral)).isZero();

        // The upgrade: what the bytes say is now known.
        become(offered, "kim.allocations.place-offered.v9", type, bytes);
        await().until(() -> offers(referral) == 1);
        assertThat(json("/api/projection").get("typesNotUnderstood").toString())
                .doesNotContain("place-offered");
        assertThat(rebuild().get("divergentRows").intValue()).isZero();

        // The ledger is again what was signed, and the report what it says.
        become(
                offered,
                type,
                "kim.allocations.place-offered.v9",
                unknown.getBytes(StandardCharsets.UTF_8));
        rebuild();
    }

    private static void become(Envelope event, String type, String newType, byte[] bytes)
            throws SQLException {
        try (Connection owner = POSTGRES.connectAsOwner()) {
            JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
            database.update(
                    "update ledger set type = ?, bytes = ? where event_id = ?",
                    newType,
                    bytes,
                    event.id());
            database.update(
                    "update report_unknown_type set type = ? where type = ?", newType, type);
        }
    }
}
