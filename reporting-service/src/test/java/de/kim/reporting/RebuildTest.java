package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.PlaceOffered;
import de.kim.events.Topic;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
}
