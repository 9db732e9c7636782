package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.CapacitySet;
import de.kim.events.Channel;
import de.kim.events.CourseScheduled;
import de.kim.events.DeliveryFailure;
import de.kim.events.Envelope;
import de.kim.events.MessageFailed;
import de.kim.events.MessageReached;
import de.kim.events.OfferReached;
import de.kim.events.PlaceOffered;
import de.kim.events.Profile;
import de.kim.events.ReachProof;
import de.kim.events.ReferralQueued;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.RulebookPublished;
import de.kim.events.WithdrawalReason;
import de.kim.kit.testing.HandClock;
import de.kim.kit.testing.TestDoor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Through the real doors, over a real Kafka. */
class DoorsTest extends AllocationTestBase {
    /** Not closed: it serves until the JVM ends, as the broker does. */
    private static final TestDoor STREET = new TestDoor(KAFKA);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate REGISTERED = LocalDate.of(2026, 11, 2);

    private final Neighbours street = new Neighbours(STREET::say, STREET::say);

    @Test
    void what_is_said_of_a_referral_is_said_in_order_and_without_a_gap() {
        String provider = "traeger-" + UUID.randomUUID();
        street.admit(provider);
        UUID courseId = street.schedule(provider, 1);
        UUID referralId = street.refer(REGISTERED);
        STREET.awaitSaid(CapacitySet.class, e -> e.courseId().equals(courseId));
        STREET.awaitSaid(ReferralQueued.class, e -> e.referralId().equals(referralId));
        await().atMost(PATIENCE).until(() -> inNextRound(referralId) && admitted(provider));

        holdRound();
        Envelope offered =
                STREET.awaitSaid(PlaceOffered.class, e -> e.referralId().equals(referralId));
        UUID offerId = ((PlaceOffered) offered.event()).offerId();
        STREET.say(
                new MessageReached(
                        UUID.randomUUID(),
                        referralId,
                        offerId,
                        ReachProof.LINK_OPENED,
                        HandClock.MONDAY));
        STREET.awaitSaid(OfferReached.class, e -> e.offerId().equals(offerId));

        List<Envelope> said =
                STREET.said().stream()
                        .filter(e -> e.source().equals("/kim/allocation-service"))
                        .filter(e -> e.subject().equals(referralId.toString()))
                        .toList();
        assertThat(said)
                .extracting(e -> e.event().getClass().getSimpleName())
                .containsExactly(
                        "ReferralQueued", "AllocationDecided", "PlaceOffered", "OfferReached");
        assertThat(said).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_letter_that_came_back_stops_the_clock_until_the_person_is_reached_anew() {
        String provider = "traeger-" + UUID.randomUUID();
        street.admit(provider);
        UUID courseId = street.schedule(provider, 1);
        UUID referralId = street.refer(REGISTERED);
        STREET.awaitSaid(CapacitySet.class, e -> e.courseId().equals(courseId));
        STREET.awaitSaid(ReferralQueued.class, e -> e.referralId().equals(referralId));
        await().atMost(PATIENCE).until(() -> inNextRound(referralId) && admitted(provider));
        holdRound();
        Envelope offered =
                STREET.awaitSaid(PlaceOffered.class, e -> e.referralId().equals(referralId));
        UUID offerId = ((PlaceOffered) offered.event()).offerId();
        UUID letter = UUID.randomUUID();
        STREET.say(
                new MessageReached(
                        letter, referralId, offerId, ReachProof.POST_FICTION, HandClock.MONDAY));
        STREET.awaitSaid(OfferReached.class, e -> e.offerId().equals(offerId));
        STREET.say(
                new MessageFailed(
                        letter, referralId, offerId, Channel.LETTER, DeliveryFailure.BOUNCED));
        await().atMost(PATIENCE)
                .until(() -> stored("PlacementHistory.ReachTakenBack", referralId) == 1);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from offer where offer_id = ? and answer_by"
                                                + " is null and reached_at is null and ends_at ="
                                                + " least(unreached_after, entry_closes_at)")
                                .param(offerId)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        STREET.say(
                new MessageReached(
                        UUID.randomUUID(),
                        referralId,
                        offerId,
                        ReachProof.LINK_OPENED,
                        HandClock.MONDAY.plusSeconds(60)));
        await().atMost(PATIENCE).until(() -> stored("PlacementHistory.Reached", referralId) == 2);
    }

    @Test
    void heard_twice_and_out_of_order_has_the_effect_of_once_and_in_order() {
        UUID referralId = UUID.randomUUID();
        Profile profile = Neighbours.profile(referralId, 1);
        Envelope request =
                STREET.next(Neighbours.request(referralId, REGISTERED, List.of(), profile));
        Envelope test = STREET.next(Neighbours.test(referralId));
        UUID courseId = UUID.randomUUID();
        CourseScheduled course = Neighbours.course(courseId, Neighbours.PROVIDER, 3);
        Envelope scheduled = STREET.next(course);

        STREET.say(test);
        STREET.say(test);
        STREET.say(request);
        STREET.say(request);
        STREET.say(test);
        STREET.say(profile);
        STREET.say(profile);
        STREET.say(scheduled);
        STREET.say(scheduled);

        STREET.awaitSaid(ReferralQueued.class, e -> e.referralId().equals(referralId));
        STREET.awaitSaid(CapacitySet.class, e -> e.courseId().equals(courseId));
        await().atMost(PATIENCE).until(() -> inNextRound(referralId));
        assertThat(stored("PlacementHistory.Queued", referralId)).isEqualTo(1);
        assertThat(stored("CoursePlacesHistory.CapacitySet", courseId)).isEqualTo(1);
    }

    @Test
    void of_two_linked_referrals_one_waits_and_the_other_when_that_ends() {
        UUID first = street.refer(REGISTERED);
        UUID second = street.refer(REGISTERED);
        await().atMost(PATIENCE).until(() -> inNextRound(first) && inNextRound(second));

        UUID person = UUID.randomUUID();
        STREET.say(new ReferralsLinked(first, second, person));
        await().atMost(PATIENCE).until(() -> !inNextRound(second));
        assertThat(inNextRound(first)).isTrue();

        STREET.say(new ReferralWithdrawn(first, WithdrawalReason.FOUND_WORK));
        STREET.say(new ReferralsLinked(second, first, person));
        STREET.say(Neighbours.test(second));
        await().atMost(PATIENCE).until(() -> inNextRound(second));
        assertThat(inNextRound(first)).isFalse();
        assertThat(stored("PlacementHistory.SteppedAside", second)).isEqualTo(1);
        assertThat(stored("PlacementHistory.Queued", second)).isEqualTo(2);
    }

    @Test
    void a_message_about_an_offer_that_nobody_knows_blocks_nothing() {
        UUID messageId = UUID.randomUUID();
        UUID offerId = UUID.randomUUID();
        UUID referralId = UUID.randomUUID();
        STREET.say(
                new MessageReached(
                        messageId, referralId, offerId, ReachProof.LINK_OPENED, HandClock.MONDAY));
        STREET.say(
                new MessageFailed(
                        messageId, referralId, offerId, Channel.EMAIL, DeliveryFailure.BOUNCED));

        await().atMost(PATIENCE)
                .until(
                        () ->
                                jdbc.sql(
                                                        "select count(*) from"
                                                                + " heard_delivery_failure where"
                                                                + " offer_id = ?")
                                                .param(offerId)
                                                .query(Integer.class)
                                                .single()
                                        == 1);
        assertThat(stored("PlacementHistory.Reached", referralId)).isZero();
    }

    @Test
    void an_erased_profile_is_gone() {
        UUID referralId = UUID.randomUUID();
        STREET.say(Neighbours.profile(referralId, 1));
        await().atMost(PATIENCE).until(() -> profiles(referralId) == 1);
        STREET.eraseProfile(referralId);
        await().atMost(PATIENCE).until(() -> profiles(referralId) == 0);
    }

    @Test
    void the_first_rulebook_is_published_once() {
        Envelope said = STREET.awaitSaid(RulebookPublished.class, e -> true);
        assertThat(said.sequence()).isEqualTo(1);
        // others may have been published after it
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from event where aggregate_id = 'rulebook'
                                        and convert_from(payload, 'UTF8')::jsonb
                                            -> 'rulebook' ->> 'version' = '1'
                                        """)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private boolean inNextRound(UUID referralId) {
        return door.get("/api/waiting-list/" + referralId).json().path("inNextRound").asBoolean();
    }

    private boolean admitted(String provider) {
        return jdbc.sql("select count(*) from heard_admission where provider_id = ?")
                        .param(provider)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int profiles(UUID referralId) {
        return jdbc.sql("select count(*) from heard_profile where referral_id = ?")
                .param(referralId)
                .query(Integer.class)
                .single();
    }
}
