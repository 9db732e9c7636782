package de.kim.referral.write.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names are made comparable. */
class MarksTest {
    @ParameterizedTest
    @CsvSource({
        "Müller, muler",
        "Mueller, muler",
        "Muller, muler",
        "MÜLLER, muler",
        "Weiß, weis",
        "Weiss, weis",
        "O'Neill, oneil",
        "O’Neill, oneil",
        "Al-Hassan, hasan",
        "al Hassan, hasan",
        "Hassan, hasan",
        "von der Heide, heide",
        "Anna-Lena, ana|lena",
        "Łąćżñö, laczno",
        "Олена, olena",
        "Ｍｕｓｔｅｒ, muster",
        "Van, van",
        "李, li",
    })
    void one_spelling(String written, String names) {
        assertThat(String.join("|", Spelling.names(written))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "Mohammed, Muhammad",
        "Mohammed, Mohamed",
        "Mohammed, محمد",
        "Yusuf, Youssef",
        "Yusuf, Jussuf",
        "Yusuf, يوسف",
        "Oleksandr, Olexander",
        "Oleksandr, Олександр",
        "Ahmad, Achmed",
        "Ahmad, أحمد",
        "Khaled, Chaled",
        "Khaled, خالد",
        "Jamila, Djamila",
        "Jamila, Dschamila",
        "Aisha, Aischa",
        "Rashid, Raschid",
        "Zainab, Seinab",
        "Zainab, زينب",
        "Qasim, Kassim",
        "Yuliia, Julia",
        "Yuliia, Юлія",
        "Serhii, Сергій",
        "Abdulrahman, Abdelrahman",
        "Noor, نور",
        "Ali, علي",
    })
    void one_sound(String one, String other) {
        assertThat(sound(one)).isEqualTo(sound(other));
    }

    @ParameterizedTest
    @CsvSource({"Ali, Omar", "Olena, Iryna", "Samir, Jamil", "Fatima, Leila"})
    void two_sounds(String one, String other) {
        assertThat(sound(one)).isNotEqualTo(sound(other));
    }

    private static String sound(String name) {
        return Sound.of(Spelling.names(name).getFirst());
    }
}
