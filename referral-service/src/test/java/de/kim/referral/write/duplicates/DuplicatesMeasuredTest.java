package de.kim.referral.write.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.approved.Approved;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How well duplicates are noticed, of people whom nobody knows. */
class DuplicatesMeasuredTest {
    private static final int SEED = 20_261_128;

    private static final String PAGE =
            """
            # Duplicates across bodies

            Written by `DuplicatesMeasuredTest`; approved by people.

            How KIM notices that two bodies refer one person stands in
            [ADR 29](adr/0029-linked-not-doubled.md); this page says how well. Everybody in it is invented, and
            the same each time: common first names in the spellings that offices use for them (Latin, Arabic and
            Cyrillic), surnames of random syllables, one in eight without a known birthday, one in a hundred a
            twin whose family is kept under one file. One in six is referred a second time, by an office that
            spells, swaps, leaves out and mistypes; it gives the same file number in one of twenty cases, and
            each office knows the central number of one in two. Real names are more frequent than these and
            real clerks more careful: the figures compare rules, they do not promise anything.

            """;

    @Test
    void of_five_thousand_people_most_are_noticed_and_no_stranger_is_linked() {
        Measured measured = Measured.of(5_000, 7);
        assertThat(measured.recallSure()).isGreaterThan(0.6);
        assertThat(measured.recall()).isGreaterThan(0.93);
        assertThat(measured.falselyLinked).isZero();
        assertThat(measured.falselyAsked).isLessThan(measured.twice / 20);
    }

    @Test
    void of_fifty_thousand_people_it_is_what_was_published() {
        Approved.check(Path.of("../docs/duplicates.md"), PAGE + Measured.of(50_000, SEED).table());
    }
}
