package de.kim.notification.react;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.CancellationReason;
import de.kim.events.ClockBreached;
import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.CourseCancelled;
import de.kim.events.DeclineReason;
import de.kim.events.ExpiryCause;
import de.kim.events.OfferExpired;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceReleased;
import de.kim.events.ReleaseCause;
import de.kim.events.RoundVerified;
import de.kim.notification.write.Audience;
import de.kim.notification.write.StaffNews;
import de.kim.notification.write.TellStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which office is told of what. */
class OfficesToldTest {
    private static final UUID REFERRAL = UUID.randomUUID();
    private static final UUID OFFER = UUID.randomUUID();
    private static final UUID COURSE = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @EnumSource(ClockKind.class)
    void the_clocks_of_the_law_concern_the_coordination_too(ClockKind clock) {
        boolean law = clock == ClockKind.SIX_WEEKS || clock == ClockKind.ENTITLEMENT_LAPSE;
        List<TellStaff> warned =
                WhenOfficesAreConcernedThenTellStaff.react(
                        new ClockWarned(REFERRAL, clock, DAY, null, null));
        List<TellStaff> breached =
                WhenOfficesAreConcernedThenTellStaff.react(
                        new ClockBreached(REFERRAL, clock, DAY, null, null));
        assertThat(warned).extracting(TellStaff::news).containsOnly(StaffNews.CLOCK_WARNED);
        assertThat(breached).extracting(TellStaff::news).containsOnly(StaffNews.CLOCK_BREACHED);
        for (List<TellStaff> told : List.of(warned, breached)) {
            assertThat(told)
                    .extracting(TellStaff::audience)
                    .isEqualTo(
                            law
                                    ? List.of(Audience.REFERRER, Audience.COORDINATOR)
                                    : List.of(Audience.REFERRER));
            assertThat(told).extracting(TellStaff::due).containsOnly(DAY);
        }
    }

    @Test
    void a_place_taken_or_given_back_concerns_who_referred_and_whose_course_it_is() {
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new PlaceAccepted(
                                        REFERRAL, OFFER, COURSE, 1, DAY, AnsweredBy.PERSON, false)))
                .containsExactly(
                        TellStaff.referrer(StaffNews.PLACE_TAKEN, REFERRAL),
                        TellStaff.provider(StaffNews.PLACE_TAKEN, REFERRAL, COURSE));
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new PlaceReleased(REFERRAL, COURSE, ReleaseCause.COURSE_CANCELLED)))
                .containsExactly(
                        TellStaff.referrer(StaffNews.PLACE_RELEASED, REFERRAL),
                        TellStaff.provider(StaffNews.PLACE_RELEASED, REFERRAL, COURSE));
    }

    @Test
    void what_becomes_of_a_person_concerns_who_referred() {
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new PlaceDeclined(
                                        REFERRAL,
                                        OFFER,
                                        COURSE,
                                        AnsweredBy.PERSON,
                                        DeclineReason.OTHER)))
                .containsExactly(TellStaff.referrer(StaffNews.OFFER_ENDED, REFERRAL));
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new OfferExpired(REFERRAL, OFFER, COURSE, ExpiryCause.UNREACHABLE)))
                .containsExactly(TellStaff.referrer(StaffNews.OFFER_ENDED, REFERRAL));
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new ParticipantStarted(COURSE, REFERRAL, DAY)))
                .containsExactly(TellStaff.referrer(StaffNews.STARTED, REFERRAL));
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new ParticipantMissing(COURSE, REFERRAL, DAY)))
                .containsExactly(TellStaff.referrer(StaffNews.MISSING, REFERRAL));
    }

    @Test
    void what_went_wrong_for_all_concerns_the_coordination() {
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new CourseCancelled(COURSE, CancellationReason.NO_ROOM)))
                .extracting(TellStaff::audience)
                .containsExactly(Audience.COORDINATOR);
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new RoundVerified(OFFER, false, null, "digest", 1, 0, List.of())))
                .extracting(TellStaff::news)
                .containsExactly(StaffNews.ROUND_FAILED);
        assertThat(
                        WhenOfficesAreConcernedThenTellStaff.react(
                                new RoundVerified(OFFER, true, null, "digest", 1, 1, List.of())))
                .isEmpty();
    }

    @Test
    void the_same_cause_is_the_same_news_and_another_office_other_news() {
        TellStaff one = TellStaff.referrer(StaffNews.PLACE_TAKEN, REFERRAL);
        assertThat(one.because(OFFER)).isEqualTo(one.because(OFFER));
        assertThat(one.because(OFFER))
                .isNotEqualTo(one.because(COURSE))
                .isNotEqualTo(
                        TellStaff.provider(StaffNews.PLACE_TAKEN, REFERRAL, COURSE).because(OFFER));
    }
}
