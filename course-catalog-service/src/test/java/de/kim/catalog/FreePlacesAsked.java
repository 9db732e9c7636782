package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.CapacitySet;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PublicEvent;
import de.kim.kit.web.FrontDoor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A provider with its courses, and somebody who asks for free places without a word about who. */
abstract class FreePlacesAsked extends RunningCatalog {
    private static final String ALLOCATION = "allocation-service";
    private static final LocalDate STARTS = LocalDate.of(2027, 2, 1);
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    final String provider = "traeger-" + UUID.randomUUID();

    record Offer(UUID offer, UUID course) {}

    @BeforeEach
    void a_provider_is_admitted() {
        post(provider, "/api/providers", SampleBodies.provider(provider));
        post(
                provider,
                "/api/providers/" + provider + "/contact",
                """
                {"phone": "+49 541 000-0", "email": "kurse@muster.example",
                 "website": "https://muster.example/kurse"}
                """);
    }

    UUID course(int places, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> all = new HashMap<>(changes);
        all.put("providerId", provider);
        all.put("places", places);
        FrontDoor.Reply reply = post(provider, "/api/courses", SampleBodies.course(all));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return id(reply.json());
    }

    UUID begins(String begins, String ends) {
        return course(
                5,
                Map.of(
                        "sections",
                        List.of(Map.of("number", 1, "begins", begins, "ends", ends)),
                        "interruptions",
                        List.of()));
    }

    static void capacity(UUID course, int capacity) {
        say(1, new CapacitySet(course, capacity, capacity));
    }

    static PlaceOffered offered(UUID referral, UUID offer, UUID course) {
        return new PlaceOffered(referral, offer, UUID.randomUUID(), course, 1, STARTS, LATER);
    }

    static PlaceAccepted accepted(UUID referral, Offer offer) {
        return new PlaceAccepted(
                referral, offer.offer, offer.course, 1, STARTS, AnsweredBy.PERSON, false);
    }

    static void say(long sequence, PublicEvent event) {
        WIRE.say(ALLOCATION, sequence, event);
    }

    List<UUID> listed(String query) {
        return items(query).stream().map(FreePlacesAsked::id).toList();
    }

    List<JsonNode> items(String query) {
        FrontDoor.Reply reply = ask(query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    static UUID id(JsonNode course) {
        return UUID.fromString(course.path("courseId").asString());
    }

    FrontDoor.Reply ask(String query) {
        return ask("", query);
    }

    /** Without a word about who asks. */
    FrontDoor.Reply ask(String form, String query, String... headers) {
        String path =
                "/api/free-places"
                        + form
                        + "?"
                        + (query.contains("providerId")
                                ? query
                                : query + "&providerId=" + provider);
        FrontDoor door = FrontDoor.stranger(port());
        var request = door.request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return door.send(request.build());
    }
}
