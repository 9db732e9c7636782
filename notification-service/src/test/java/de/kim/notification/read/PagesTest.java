package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.approved.Approved;
import de.kim.notification.read.OfferPage.Told;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages and mails as people approved them, one by one in {@code approved/people}. */
class PagesTest {
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final int LARGEST = 100_000;

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_mail_and_an_offer_are_as_approved_in_every_language(Language language) {
        MailText mail =
                new MailText(
                        language, "https://kim.example/m/" + TOKEN + "?lang=" + language.code());
        approved(
                "mail-" + language.code() + ".txt",
                mail.subject() + "\n\n" + mail.plain() + "\n" + mail.html());
        approved(
                "offer-" + language.code() + ".html",
                page(language, SampleOffers.open(), Told.NOTHING));
    }

    @Test
    void an_sms_is_as_approved_in_every_language_and_has_two_parts_at_most() {
        StringBuilder all = new StringBuilder();
        for (Language language : Language.values()) {
            String link = "https://kim.example/m/" + TOKEN + "?lang=" + language.code();
            String text = new SmsText(language, link).text();
            assertThat(SmsParts.of(text)).as(text).isLessThanOrEqualTo(2);
            all.append(text).append('\n');
        }
        approved("sms.txt", all.toString());
    }

    @Test
    void all_other_pages_are_as_approved_in_german_and_arabic() {
        for (Language language : List.of(Language.DE, Language.AR)) {
            approved(
                    "others-" + language.code() + ".html",
                    String.join("\n<!-- next page -->\n", all(language)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_says_its_language_and_direction_and_needs_nothing_else(Language language) {
        String rtl = language == Language.AR || language == Language.FA ? "rtl" : "ltr";
        assertThat(all(language))
                .allSatisfy(
                        page -> {
                            assertThat(page)
                                    .contains(
                                            "<html lang=\"%s\" dir=\"%s\">"
                                                    .formatted(language.code(), rtl))
                                    .doesNotContain("<script")
                                    .doesNotContain("http")
                                    .doesNotContain("src=");
                            assertThat(page.getBytes(StandardCharsets.UTF_8).length)
                                    .isLessThan(LARGEST);
                        });
    }

    @Test
    void what_comes_from_outside_is_text() {
        assertThat(page(Language.AR, SampleOffers.open(), Told.NOTHING))
                .contains("<bdi lang=\"de\">Sprachschule &lt;Ahorn&gt; &amp; Co. (Beispiel)</bdi>")
                .doesNotContain("<Ahorn>");
    }

    @Test
    void the_calendar_is_the_first_lesson_in_lines_that_are_not_too_long() {
        String file =
                new CourseCalendar(SampleOffers.ended(OfferSheet.State.ACCEPTED), SampleOffers.NOW)
                        .text();
        assertThat(file)
                .contains("DTSTART:20261201T073000Z\r\n", "DTEND:20261201T114500Z\r\n")
                .contains("LOCATION:Georgsmarienhütte\r\n", "SUMMARY:Allgemeiner Integrationskurs")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n", -1))
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                        .isLessThanOrEqualTo(75));
    }

    @Test
    void without_the_hours_the_calendar_has_the_day() {
        assertThat(new CourseCalendar(SampleOffers.withoutCourse(), SampleOffers.NOW).text())
                .contains("DTSTART;VALUE=DATE:20261201\r\n");
    }

    private static List<String> all(Language language) {
        BirthDatePage birthDate = new BirthDatePage(language, TOKEN);
        Notice notice = new Notice(language);
        List<String> pages =
                new ArrayList<>(
                        List.of(
                                birthDate.asked(),
                                birthDate.incomplete(),
                                birthDate.wrong(2),
                                notice.gone(),
                                notice.later(false),
                                notice.later(true),
                                notice.unsent(),
                                notice.locked(SampleOffers.NOW),
                                page(language, SampleOffers.before(), Told.HELP_ASKED),
                                page(language, SampleOffers.open(), Told.REASON_MISSING),
                                page(language, SampleOffers.withoutCourse(), Told.NOTHING)));
        InterestPage interest = new InterestPage(language, TOKEN);
        pages.add(interest.asked());
        pages.add(interest.thanked());
        for (OfferSheet.State state : OfferSheet.State.values()) {
            if (state != OfferSheet.State.OPEN) {
                pages.add(page(language, SampleOffers.ended(state), Told.NOTHING));
            }
        }
        return pages;
    }

    private static String page(Language language, OfferSheet offer, Told told) {
        return new OfferPage(language, TOKEN, offer, SampleOffers.NOW).html(told);
    }

    private static void approved(String file, String produced) {
        Approved.check(Path.of("src/test/resources/approved/people", file), produced);
    }
}
