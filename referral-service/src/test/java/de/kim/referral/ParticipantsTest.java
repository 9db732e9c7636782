package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PublicEvent;
import de.kim.events.ReleaseCause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A provider sees the name of whoever holds an offer or a place there, and of nobody else. */
class ParticipantsTest extends RunningReferrals {
    private static final String PROVIDER = "traeger-07";
    private static final LocalDate STARTS = LocalDate.of(2027, 2, 1);

    private final UUID course = UUID.randomUUID();
    private final UUID offer = UUID.randomUUID();
    private final String surname = "Teilnehmer" + SampleBodies.letters(course.hashCode() & 0xffff);

    @Test
    void
            the_provider_sees_who_is_offered_a_place_how_to_reach_who_takes_it_and_not_who_gives_it_up() {
        UUID referral = referred();
        scheduled(course, PROVIDER);
        say(referral, 1, offered(referral));
        eventually(() -> assertThat(shown()).hasSize(1));
        JsonNode offeredOne = shown().getFirst();
        assertThat(offeredOne.path("surname").asString()).isEqualTo(surname);
        assertThat(offeredOne.path("birthDate").asString()).isNotEmpty();
        assertThat(offeredOne.path("accepted").asBoolean(true)).isFalse();
        assertThat(offeredOne.has("email")).as("a contact, before the answer").isFalse();

        say(referral, 2, accepted(referral));
        eventually(
                () ->
                        assertThat(shown().getFirst().path("email").asString(""))
                                .isEqualTo("sample@example.org"));
        assertThat(readings(referral)).contains("PARTICIPANTS").contains(PROVIDER);

        say(referral, 3, new PlaceReleased(referral, course, ReleaseCause.REFERRAL_WITHDRAWN));
        eventually(() -> assertThat(shown()).isEmpty());
    }

    @Test
    void another_providers_participants_are_not_shown() {
        scheduled(course, PROVIDER);
        eventually(() -> assertThat(get(PROVIDER, path()).status()).isEqualTo(200));
        assertThat(get("traeger-08", path()).code()).isEqualTo("COURSE_NOT_FOUND");
        assertThat(get("jobcenter-stadt", path()).code()).isEqualTo("RIGHT_MISSING");
    }

    @Test
    void who_was_erased_has_no_name_any_more() {
        UUID referral = referred();
        scheduled(course, PROVIDER);
        say(referral, 1, offered(referral));
        eventually(() -> assertThat(shown()).hasSize(1));
        post("/api/referrals/" + referral + "/erasure", "{}");
        assertThat(shown().getFirst().has("surname")).isFalse();
    }

    private UUID referred() {
        return UUID.fromString(
                post("/api/referrals", SampleBodies.referral(Map.of("surname", surname)))
                        .json()
                        .path("referralId")
                        .asString());
    }

    private String path() {
        return "/api/participants?courseId=" + course;
    }

    private List<JsonNode> shown() {
        return get(PROVIDER, path()).json().path("items").valueStream().toList();
    }

    private String readings(UUID referral) {
        return get(BODY, "/api/referrals/" + referral + "/access-log").text();
    }

    private PlaceOffered offered(UUID referral) {
        return new PlaceOffered(
                referral,
                offer,
                UUID.randomUUID(),
                course,
                1,
                STARTS,
                Instant.parse("2026-12-01T00:00:00Z"));
    }

    private PlaceAccepted accepted(UUID referral) {
        return new PlaceAccepted(referral, offer, course, 1, STARTS, AnsweredBy.PERSON, false);
    }

    private static void say(UUID referral, long sequence, PublicEvent event) {
        assertThat(event.subject()).isEqualTo(referral.toString());
        WIRE.say("allocation-service", sequence, event);
    }
}
