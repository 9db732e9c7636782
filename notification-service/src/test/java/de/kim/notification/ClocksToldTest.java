package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.OfferWithdrawn;
import de.kim.events.PlaceReleased;
import de.kim.events.ReleaseCause;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are told when time runs out or a course is cancelled, from the event to the page. */
class ClocksToldTest extends Telling {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 26);

    @Test
    void a_reminder_comes_before_the_time_to_answer_ends_and_leads_to_the_offer() {
        prefers("de", address);
        say(offered());
        say(new ClockWarned(referral, ClockKind.OFFER_PERIOD, LAST, offer, null));
        patiently().until(() -> states().equals(List.of("SENT", "SENT")));

        assertThat(kinds()).containsExactly("OFFER", "REMINDER");
        Browser page = reads(link(MAILS.mailsTo(address).getLast()));
        assertThat(page.open().text()).contains("Wir haben einen Kursplatz für Sie");
    }

    @Test
    void who_had_accepted_in_a_cancelled_course_gets_an_apology_and_learns_of_standing_first() {
        prefers("de", address);
        say(offered());
        say(accepted());
        say(new PlaceReleased(referral, course, ReleaseCause.COURSE_CANCELLED));
        patiently().until(() -> states().equals(List.of("SENT", "SENT", "SENT")));

        assertThat(kinds()).containsExactly("OFFER", "ACCEPTED", "CANCELLATION");
        Browser page = reads(link(MAILS.mailsTo(address).getLast()));
        assertThat(page.open().text())
                .contains("Der Kurs fällt leider aus", "Das tut uns leid", "vor anderen");
    }

    @Test
    void who_had_only_an_offer_gets_an_apology_and_no_promise() {
        prefers("de", address);
        say(offered());
        say(new OfferWithdrawn(referral, offer, course, OfferWithdrawalCause.COURSE_CANCELLED));
        patiently().until(() -> states().equals(List.of("SENT", "SENT")));

        Browser page = reads(link(MAILS.mailsTo(address).getLast()));
        assertThat(page.open().text()).contains("Das tut uns leid").doesNotContain("vor anderen");
    }

    @Test
    void a_place_that_the_person_gave_up_is_not_apologised_for() {
        prefers("de", address);
        say(offered());
        say(accepted());
        say(new PlaceReleased(referral, course, ReleaseCause.BETTER_PLACE_ACCEPTED));
        say(expired());
        patiently().until(() -> states().equals(List.of("SENT", "SENT", "SENT")));

        assertThat(kinds()).containsExactly("OFFER", "ACCEPTED", "EXPIRY");
    }

    @Test
    void whether_a_place_is_still_wanted_is_asked_and_a_yes_goes_to_the_referral() {
        prefers("de", address);
        say(new ClockWarned(referral, ClockKind.INTEREST, LAST, null, null));
        Browser page = reads(link(onlyMail()));

        assertThat(kinds()).containsExactly("INTEREST");
        assertThat(page.open().text()).contains("Wollen Sie noch einen Platz?");
        assertThat(VAULT.interested()).doesNotContain(referral.toString());
        assertThat(page.send("step=interest&lang=de").status()).isEqualTo(303);

        assertThat(VAULT.interested()).contains(referral.toString());
        assertThat(page.open().text()).contains("Danke.").doesNotContain("<button");
    }
}
