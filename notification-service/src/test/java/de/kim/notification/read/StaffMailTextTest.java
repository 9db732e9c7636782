package de.kim.notification.read;

import de.kim.events.ClockKind;
import de.kim.events.approved.Approved;
import de.kim.notification.read.Mailbox.Tongue;
import de.kim.notification.write.Audience;
import de.kim.notification.write.StaffNews;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mails to offices as people approved them. */
class StaffMailTextTest {
    private static final UUID REFERRAL = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID COURSE = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 3);

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void every_kind_of_news_has_its_words_in_both_languages(Tongue tongue) {
        List<StaffItem> items = new ArrayList<>();
        for (ClockKind clock : ClockKind.values()) {
            items.add(
                    new StaffItem(
                            StaffNews.CLOCK_WARNED, Audience.REFERRER, REFERRAL, null, clock, DUE));
        }
        for (StaffNews news : StaffNews.values()) {
            items.add(new StaffItem(news, Audience.REFERRER, REFERRAL, null, null, null));
        }
        items.add(
                new StaffItem(
                        StaffNews.PLACE_TAKEN, Audience.PROVIDER, REFERRAL, COURSE, null, null));
        items.add(
                new StaffItem(
                        StaffNews.COURSE_CANCELLED,
                        Audience.COORDINATOR,
                        null,
                        COURSE,
                        null,
                        null));
        items.add(
                new StaffItem(
                        StaffNews.CLOCK_BREACHED,
                        Audience.COORDINATOR,
                        REFERRAL,
                        null,
                        ClockKind.SIX_WEEKS,
                        DUE));
        StaffSettings settings =
                new StaffSettings(
                        Duration.ofSeconds(1),
                        LocalTime.of(7, 0),
                        "https://referrals.example",
                        "https://places.example");
        StaffMailText digest = new StaffMailText(tongue, items, true, settings);
        StaffMailText one = new StaffMailText(tongue, items.subList(0, 1), false, settings);
        Approved.check(
                Path.of("src/test/resources/approved/offices", tongue + ".txt"),
                digest.subject() + "\n\n" + digest.plain() + "\n---\n" + one.subject() + "\n");
    }
}
