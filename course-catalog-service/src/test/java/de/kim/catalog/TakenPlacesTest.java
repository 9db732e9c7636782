package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.DeclineReason;
import de.kim.events.ExpiryCause;
import de.kim.events.OfferExpired;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.OfferWithdrawn;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceReleased;
import de.kim.events.PublicEvent;
import de.kim.events.ReleaseCause;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** How many places are free follows from what allocation says. */
class TakenPlacesTest extends FreePlacesAsked {
    @Test
    void a_place_is_shown_to_anybody_and_disappears_when_it_is_offered() {
        UUID course = course(1, Map.of());
        assertThat(listed("")).isEmpty();
        capacity(course, 1);
        eventually(() -> assertThat(listed("")).containsExactly(course));
        JsonNode place = items("").getFirst();
        assertThat(place.path("free").asInt()).isEqualTo(1);
        assertThat(place.path("capacity").asInt()).isEqualTo(1);
        assertThat(place.path("name").asString()).isEqualTo("Allgemeiner Integrationskurs");
        assertThat(place.path("provider").path("contact").path("phone").asString())
                .isEqualTo("+49 541 000-0");
        assertThat(place.path("venue").path("name").asString()).isEqualTo("Osnabrück");
        assertThat(place.path("entries").get(0).path("begins").asString()).isEqualTo("2027-02-01");
        assertThat(place.path("placesSaidOn").asString()).isEqualTo("2026-11-23");
        assertThat(place.path("stale").asBoolean(true)).isFalse();

        say(1, offered(UUID.randomUUID(), UUID.randomUUID(), course));
        eventually(() -> assertThat(listed("")).isEmpty());
        assertThat(items("full=true").getFirst().path("free").asInt(-1)).isZero();
    }

    static Stream<Arguments> waysToBecomeFreeAgain() {
        return Stream.of(
                way(
                        (referral, place) ->
                                List.of(
                                        new PlaceDeclined(
                                                referral,
                                                place.offer(),
                                                place.course(),
                                                AnsweredBy.PERSON,
                                                DeclineReason.values()[0]))),
                way(
                        (referral, place) ->
                                List.of(
                                        new OfferExpired(
                                                referral,
                                                place.offer(),
                                                place.course(),
                                                ExpiryCause.UNANSWERED))),
                way(
                        (referral, place) ->
                                List.of(
                                        new OfferWithdrawn(
                                                referral,
                                                place.offer(),
                                                place.course(),
                                                OfferWithdrawalCause.REFERRAL_WITHDRAWN))),
                way(
                        (referral, place) ->
                                List.of(
                                        accepted(referral, place),
                                        new PlaceReleased(
                                                referral,
                                                place.course(),
                                                ReleaseCause.REFERRAL_WITHDRAWN))));
    }

    /** Said twice and the last first: what counts is the order of the sequence. */
    @ParameterizedTest
    @MethodSource
    void waysToBecomeFreeAgain(BiFunction<UUID, Offer, List<PublicEvent>> way) {
        Offer offer = new Offer(UUID.randomUUID(), course(1, Map.of()));
        capacity(offer.course(), 1);
        eventually(() -> assertThat(listed("")).containsExactly(offer.course()));
        UUID referral = UUID.randomUUID();
        say(1, offered(referral, offer.offer(), offer.course()));
        eventually(() -> assertThat(listed("")).isEmpty());
        List<PublicEvent> then = way.apply(referral, offer);
        for (int round = 0; round < 2; round++) {
            for (int i = then.size(); i > 0; i--) {
                say(i + 1, then.get(i - 1));
            }
        }
        eventually(() -> assertThat(listed("")).containsExactly(offer.course()));
        assertThat(items("").getFirst().path("free").asInt()).isEqualTo(1);
    }

    @Test
    void an_accepted_place_stays_taken_when_another_offer_of_the_person_ends() {
        Offer first = new Offer(UUID.randomUUID(), course(1, Map.of()));
        Offer better = new Offer(UUID.randomUUID(), course(1, Map.of()));
        capacity(first.course(), 1);
        capacity(better.course(), 1);
        eventually(() -> assertThat(listed("")).hasSize(2));
        UUID referral = UUID.randomUUID();
        say(1, offered(referral, first.offer(), first.course()));
        say(2, accepted(referral, first));
        say(3, offered(referral, better.offer(), better.course()));
        eventually(() -> assertThat(listed("")).isEmpty());
        say(4, new OfferExpired(referral, better.offer(), better.course(), ExpiryCause.UNANSWERED));
        eventually(() -> assertThat(listed("")).containsExactly(better.course()));
        say(5, offered(referral, UUID.randomUUID(), better.course()));
        say(6, new PlaceReleased(referral, first.course(), ReleaseCause.BETTER_PLACE_ACCEPTED));
        eventually(() -> assertThat(listed("")).containsExactly(first.course()));
    }

    @Test
    void a_fall_of_the_capacity_never_makes_a_negative_number() {
        Offer offer = new Offer(UUID.randomUUID(), course(2, Map.of()));
        say(1, offered(UUID.randomUUID(), offer.offer(), offer.course()));
        capacity(offer.course(), 0);
        eventually(
                () -> {
                    assertThat(items("full=true").getFirst().path("free").asInt(-1)).isZero();
                    assertThat(taken(offer.course())).isEqualTo(1);
                });
        assertThat(listed("")).isEmpty();
    }

    private static Arguments way(BiFunction<UUID, Offer, List<PublicEvent>> way) {
        return Arguments.of(way);
    }

    private int taken(UUID course) {
        Integer taken =
                jdbc.queryForObject(
                        "select count(*) from taken_place where course_id = ?",
                        Integer.class,
                        course);
        return taken == null ? 0 : taken;
    }
}
