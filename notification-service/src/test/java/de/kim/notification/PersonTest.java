package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import de.kim.events.OfferReached;
import de.kim.events.ProviderAdmitted;
import de.kim.kit.web.FrontDoor;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page behind the link, as a person's browser sees it. */
class PersonTest extends Telling {
    private static final String WRONG = "step=birth-date&lang=de&day=28&month=3&year=1990";
    private static final String RIGHT = "step=birth-date&lang=de&day=27&month=3&year=1990";

    private String link() {
        prefers("uk", address);
        say(offered());
        return link(onlyMail());
    }

    @Test
    void whoever_has_the_link_sees_nothing_and_proves_nothing_without_the_birth_date() {
        say(scheduled());
        String link = link();
        FrontDoor.Reply page = FrontDoor.stranger(port).get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<html lang=\"uk\" dir=\"ltr\">", "Ваша дата народження")
                .doesNotContain("Alphabetisierungskurs", "Melle", "Aylin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(new Browser(port, link).send("step=accept&lang=de").status()).isEqualTo(303);
        assertThat(new Browser(port, link).get("/course.ics").status()).isEqualTo(404);
        assertThat(ALLOCATION.answersTo(offer)).isEmpty();
        assertThat(stored("MessageHistory.Reached")).isZero();
    }

    @Test
    void the_right_birth_date_is_the_proof_of_reach_once_and_opens_the_page() {
        say(admitted());
        say(scheduled());
        String link = link();
        patiently().until(() -> heardOfCourse() == 1);
        Browser browser = new Browser(port, link);
        FrontDoor.Reply right = browser.send(RIGHT);
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.header("Location")).matches("[A-Za-z0-9_-]{22}\\?lang=de");
        assertThat(right.header("Set-Cookie"))
                .contains("; HttpOnly", "; SameSite=Strict", "; Secure", "Path=/m/");
        assertThat(browser.open().text())
                .contains("Alphabetisierungskurs", "Melle", "Sprachschule Ahorn", "08:30–12:00")
                .contains("Dienstag, 1. Dezember 2026", "Ihre Zeit zum Antworten beginnt jetzt")
                .doesNotContain("Aylin");
        reads(link);
        assertThat(stored("MessageHistory.Reached")).isEqualTo(1);
        assertThat(states()).containsExactly("REACHED");

        say(new OfferReached(referral, offer, Instant.now(), Instant.now().plusSeconds(200_000)));
        patiently().until(() -> browser.open().text().contains("Sie haben noch 2 Tage Zeit."));
    }

    @Test
    void digits_of_other_scripts_are_digits() {
        Browser browser = new Browser(port, link());
        assertThat(browser.send("step=birth-date&lang=ar&day=٢٧&month=٣&year=١٩٩٠").status())
                .isEqualTo(303);
        assertThat(browser.get("?lang=fa").text())
                .contains("<html lang=\"fa\" dir=\"rtl\">", "یک جا در کورس برای شما داریم");
    }

    /** As it stands in the papers of many people. */
    @Test
    void whoever_has_no_known_birthday_enters_zeros() {
        Browser browser = new Browser(port, link());
        VAULT.bornOn(referral, "1990-00-00");
        assertThat(browser.send("step=birth-date&lang=de&day=00&month=0&year=1991").status())
                .isEqualTo(422);
        assertThat(browser.send("step=birth-date&lang=de&day=00&month=00&year=1990").status())
                .isEqualTo(303);
    }

    @Test
    void an_accepted_place_is_answered_with_a_receipt_and_a_calendar_file() {
        say(scheduled());
        String link = link();
        patiently().until(() -> heardOfCourse() == 1);
        Browser browser = reads(link);
        assertThat(browser.send("step=accept&lang=de").status()).isEqualTo(303);
        assertThat(ALLOCATION.answersTo(offer))
                .containsExactly("acceptance {\"answeredBy\":\"PERSON\"}");
        assertThat(browser.open().text())
                .contains("Der Platz gehört Ihnen", offer.toString().substring(0, 8));
        // loading again, or sending again, answers nothing again
        browser.send("step=accept&lang=de");
        assertThat(ALLOCATION.answersTo(offer)).hasSize(1);
        FrontDoor.Reply calendar = browser.get("/course.ics");
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.text()).contains("DTSTART:20261201T073000Z", "LOCATION:Melle");
        // the event comes back: the same for whoever opens the link later
        say(accepted());
        patiently().until(() -> reads(link).open().text().contains("Der Platz gehört Ihnen"));
    }

    @Test
    void a_declined_place_needs_a_reason() {
        Browser browser = reads(link());
        FrontDoor.Reply missing = browser.send("step=decline&lang=de&reason=BECAUSE");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("Bitte wählen Sie einen Grund.");
        assertThat(browser.send("step=decline&lang=de&reason=TOO_FAR").status()).isEqualTo(303);
        assertThat(ALLOCATION.answersTo(offer))
                .containsExactly("decline {\"answeredBy\":\"PERSON\",\"reason\":\"TOO_FAR\"}");
        assertThat(browser.open().text()).contains("Sie haben Nein gesagt");
    }

    @Test
    void asking_for_help_is_shown_to_the_coordinator() {
        Browser browser = reads(link());
        assertThat(browser.send("step=help&lang=de").status()).isEqualTo(303);
        assertThat(browser.open().text()).contains("Wir haben notiert: Sie brauchen Hilfe.");
        assertThat(
                        json("/api/messages?referralId=" + referral)
                                .at("/items/0/helpAskedAt")
                                .isString())
                .isTrue();
    }

    @Test
    void after_five_wrong_dates_even_the_right_one_is_not_looked_at() {
        String link = link();
        Browser browser = new Browser(port, link);
        for (int left = 4; left > 0; left--) {
            FrontDoor.Reply wrong = browser.send(WRONG);
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.text()).contains("Sie können es noch " + left + " Mal versuchen.");
        }
        assertThat(browser.send(WRONG).status()).isEqualTo(429);
        FrontDoor.Reply locked = browser.send(RIGHT);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.text()).contains("Das Datum war zu oft falsch.");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(3500, 3600);
        assertThat(stored("MessageHistory.Reached")).isZero();
        assertThat(
                        json("/api/messages?referralId=" + referral)
                                .at("/items/0/lockedUntil")
                                .isString())
                .isTrue();
    }

    @Test
    void the_second_lock_is_four_times_as_long_and_the_right_date_ends_it_all()
            throws SQLException {
        Browser browser = new Browser(port, link());
        IntStream.range(0, 5).forEach(i -> browser.send(WRONG));
        unlock();
        IntStream.range(0, 4).forEach(i -> browser.send(WRONG));
        assertThat(Integer.parseInt(browser.send(WRONG).header("Retry-After")))
                .isBetween(4 * 3600 - 100, 4 * 3600);
        unlock();
        assertThat(browser.send(RIGHT).status()).isEqualTo(303);
        assertThat(browser.send(WRONG).text()).contains("noch 4 Mal");
    }

    @Test
    void a_thousand_guesses_at_the_same_time_are_five() throws Exception {
        String link = link();
        int before = VAULT.compared();
        try (ExecutorService guessers = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> guesses =
                    IntStream.range(0, 1000)
                            .mapToObj(
                                    i ->
                                            guessers.submit(
                                                    () ->
                                                            new Browser(port, link)
                                                                    .send(WRONG)
                                                                    .status()))
                            .toList();
            for (Future<Integer> guess : guesses) {
                assertThat(guess.get()).isIn(422, 429);
            }
        }
        assertThat(VAULT.compared() - before).isEqualTo(5);
    }

    @Test
    void while_the_vault_is_away_no_try_is_lost_and_no_clock_starts() {
        Browser browser = new Browser(port, link());
        VAULT.isAway(true);
        for (int i = 0; i < 7; i++) {
            FrontDoor.Reply later = browser.send(RIGHT);
            assertThat(later.status()).isEqualTo(503);
            assertThat(later.text()).contains("Sie verlieren dadurch keine Zeit.");
        }
        assertThat(stored("MessageHistory.Reached")).isZero();
        VAULT.isAway(false);
        assertThat(browser.send(RIGHT).status()).isEqualTo(303);
        assertThat(stored("MessageHistory.Reached")).isEqualTo(1);
    }

    @Test
    void an_answer_that_did_not_arrive_is_not_shown_as_given() {
        Browser browser = reads(link());
        ALLOCATION.refuses(offer, 503);
        FrontDoor.Reply unsent = browser.send("step=accept&lang=de");
        assertThat(unsent.status()).isEqualTo(503);
        assertThat(unsent.text()).contains("Ihre Antwort ist noch nicht angekommen.");
        assertThat(browser.open().text()).contains("Ja, ich nehme den Platz");
        ALLOCATION.refuses(offer, 409);
        FrontDoor.Reply over = browser.send("step=accept&lang=de");
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text()).contains("Dieses Angebot ist zu Ende");
    }

    @Test
    void an_expired_offer_and_an_expired_link_say_what_to_do() throws SQLException {
        String link = link();
        say(expired());
        patiently().until(() -> reads(link).open().text().contains("Angebot ist zu Ende"));
        asOwner("update message_link set expires_at = now() - interval '1 second'");
        FrontDoor.Reply gone = FrontDoor.stranger(port).get(link);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text()).contains("Це посилання недійсне", "консультаційний центр");
    }

    @Test
    void a_session_opens_its_own_link_only() {
        String link = link();
        Browser browser = reads(link);
        say(accepted());
        patiently().until(() -> MAILS.mailsTo(address).size() == 2);
        String other = link(MAILS.mailsTo(address).getLast());
        String cookie = browser.cookie();
        FrontDoor stranger = FrontDoor.stranger(port);
        FrontDoor.Reply page =
                stranger.send(stranger.request(other).header("Cookie", cookie).GET().build());
        assertThat(page.text()).contains("Ваша дата народження");
    }

    @Test
    void what_is_no_form_is_refused() {
        String link = link();
        Browser browser = new Browser(port, link);
        for (String form :
                List.of(
                        "step=birth-date",
                        "step=birth-date&day=31&month=2&year=1990",
                        "step=birth-date&day=x&month=3&year=1990",
                        "step=birth-date&day=27&month=0&year=1990",
                        "step=birth-date&day=&month=&year=1990",
                        "step=birth-date&day=-1&month=3&year=1990",
                        "step=birth-date&day=27&month=3&year=90",
                        "step=birth-date&day=27&month=3&year=19900")) {
            assertThat(browser.send(form).status()).as(form).isEqualTo(422);
        }
        for (String other : List.of("{}", "", "&&=&", "step", "step=%zz&day=%", "step=nothing")) {
            FrontDoor.Reply back = browser.send(other);
            assertThat(back.status()).as(other).isEqualTo(303);
            assertThat(back.header("Set-Cookie")).isEmpty();
        }
        assertThat(
                        one(
                                "select count(*) from birth_date_tries where referral_id = ?",
                                Integer.class,
                                referral))
                .isZero();
    }

    private static ProviderAdmitted admitted() {
        return new ProviderAdmitted(
                "traeger-01",
                "Sprachschule Ahorn (Beispiel)",
                List.of(CourseType.LITERACY),
                AdmissionKind.FIRST,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2028, 1, 1),
                null,
                null);
    }

    private int heardOfCourse() {
        return one("select count(*) from heard_course where course_id = ?", Integer.class, course);
    }

    private void unlock() throws SQLException {
        asOwner(
                "update birth_date_tries set locked_until = now() - interval '1 second'"
                        + " where referral_id = '"
                        + referral
                        + "'");
    }
}
