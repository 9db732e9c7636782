package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Through the real Inbox: events on a real Kafka become ledger, rows, timelines and the report. */
class InboxTest extends Reporting {
    @Test
    void a_referral_is_followed_from_request_to_start() {
        story();
        JsonNode timeline = json("/api/referrals/" + referral + "/timeline");
        assertThat(timeline.get("events").valueStream().map(e -> e.get("type").stringValue()))
                .contains(
                        "kim.referrals.referral-requested.v1",
                        "kim.allocations.place-offered.v1",
                        "kim.notifications.message-sent.v1",
                        "kim.allocations.place-accepted.v1",
                        "kim.courses.participant-started.v1");
        JsonNode requested =
                timeline.get("events")
                        .valueStream()
                        .filter(e -> e.get("type").stringValue().endsWith("requested.v1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(requested.get("german").stringValue())
                .isEqualTo(
                        "Zuweisung durch jobcenter-stadt, registriert am 2026-10-01,"
                                + " Rechtsgrundlage OBLIGED_JOBCENTER.");
        assertThat(requested.get("causationId").stringValue()).isEqualTo("cause");
        assertThat(row(referral))
                .isEqualTo("jobcenter-stadt OBLIGED_JOBCENTER 1 offers 2026-10-20 2026-10-21");
    }

    @Test
    void an_event_that_comes_twice_counts_once() {
        Envelope requested = SOURCES.say(Topic.REFERRALS, requested());
        SOURCES.publish(Topic.REFERRALS, requested);
        Envelope offered = SOURCES.say(Topic.ALLOCATIONS, queuedThen());
        SOURCES.publish(Topic.ALLOCATIONS, offered);
        SOURCES.publish(Topic.ALLOCATIONS, offered);
        SOURCES.say(Topic.ALLOCATIONS, offered());
        awaitTypes(referral, 3);
        assertThat(offers(referral)).isEqualTo(1);
    }

    @Test
    void events_of_one_subject_in_the_wrong_order_are_put_right() {
        Envelope queued = SOURCES.next(queuedThen(), Sources.NOON);
        Envelope offered = SOURCES.next(offered(), Sources.NOON);
        Envelope accepted = SOURCES.next(accepted(), Sources.NOON);
        SOURCES.publish(Topic.ALLOCATIONS, accepted);
        SOURCES.publish(Topic.ALLOCATIONS, offered);
        assertThat(types(referral)).isEmpty();
        SOURCES.publish(Topic.ALLOCATIONS, queued);
        awaitTypes(referral, 3);
        assertThat(types(referral))
                .containsExactly(
                        "kim.allocations.referral-queued.v1",
                        "kim.allocations.place-offered.v1",
                        "kim.allocations.place-accepted.v1");
    }

    @Test
    void the_ledger_keeps_the_exact_bytes_without_a_gap() {
        Envelope said = SOURCES.say(Topic.REFERRALS, requested());
        awaitTypes(referral, 1);
        assertThat(kept(said))
                .isEqualTo(new String(new CloudEventJson().write(said), StandardCharsets.UTF_8));
        assertThat(
                        one(
                                "select count(*) = max(index) + 1 and min(index) = 0"
                                        + " and count(*) = (select size from ledger_head)"
                                        + " from ledger",
                                Boolean.class))
                .isTrue();
    }

    @Test
    void an_event_that_says_more_than_this_version_knows_is_kept_as_it_was_said() {
        Envelope said = SOURCES.next(requested(), Sources.NOON);
        String line = new String(new CloudEventJson().write(said), StandardCharsets.UTF_8);
        String newer = line.replace("\"data\":{", "\"data\": {\"another\" : [1],");
        assertThat(newer).isNotEqualTo(line);
        SOURCES.send(Topic.REFERRALS, said.subject(), newer.getBytes(StandardCharsets.UTF_8));
        awaitTypes(referral, 1);
        assertThat(kept(said)).isEqualTo(newer);
    }

    @Test
    void an_event_of_an_unknown_type_is_kept_in_its_turn_with_its_bytes_and_nobody_waits() {
        Envelope queued = SOURCES.next(queuedThen(), Sources.NOON);
        Envelope promised = SOURCES.next(offered(), Sources.NOON);
        String unknown =
                new String(new CloudEventJson().write(promised), StandardCharsets.UTF_8)
                        .replace("place-offered.v1", "place-promised.v1")
                        .replace("\"data\":", "\"data\" : ");
        byte[] bytes = unknown.getBytes(StandardCharsets.UTF_8);
        SOURCES.publish(Topic.ALLOCATIONS, SOURCES.next(accepted(), Sources.NOON));
        SOURCES.send(Topic.ALLOCATIONS, promised.subject(), bytes);
        SOURCES.send(Topic.ALLOCATIONS, promised.subject(), bytes);
        SOURCES.publish(Topic.ALLOCATIONS, queued);
        awaitTypes(referral, 3);
        assertThat(types(referral))
                .containsExactly(
                        "kim.allocations.referral-queued.v1",
                        "kim.allocations.place-promised.v1",
                        "kim.allocations.place-accepted.v1");
        assertThat(kept(promised)).isEqualTo(unknown);
        await().until(
                        () ->
                                one(
                                                "select count(*) from inbox_parked where subject = ?",
                                                Integer.class,
                                                promised.subject())
                                        == 0);
        assertThat(json("/api/projection").get("typesNotUnderstood").toString())
                .contains("kim.allocations.place-promised.v1");
        JsonNode shown = json("/api/referrals/" + referral + "/timeline").get("events").get(1);
        assertThat(shown.get("english").stringValue())
                .isEqualTo("An event that this version does not know yet.");
        assertThat(shown.get("eventId").stringValue()).isEqualTo(promised.id().toString());
    }

    private String kept(Envelope said) {
        return new String(
                one("select bytes from ledger where event_id = ?", byte[].class, said.id()),
                StandardCharsets.UTF_8);
    }

    @Test
    void a_profile_that_is_erased_is_gone() {
        String profile =
                """
                {"specversion":"1.0","id":"%s","source":"/kim/referral-service",\
                "type":"kim.profiles.profile.v1","subject":"%s","time":"2026-10-05T10:00:00Z",\
                "datacontenttype":"application/json","sequence":"1","correlationid":"c",\
                "causationid":"c","data":{"referralId":"%s","version":1,"salt":"00",\
                "gender":"FEMALE","ageBand":"FROM_27_TO_39","municipality":"03404000",\
                "nationalityGroup":"SYRIA","languages":[],"childcareNeeded":true,\
                "accessibilityNeeded":false,"available":[]}}"""
                        .formatted(UUID.randomUUID(), referral, referral);
        SOURCES.send(Topic.PROFILES, referral.toString(), profile.getBytes(StandardCharsets.UTF_8));
        await().until(() -> profiles(referral) == 1);
        SOURCES.send(Topic.PROFILES, referral.toString(), null);
        await().until(() -> profiles(referral) == 0);
    }
}
