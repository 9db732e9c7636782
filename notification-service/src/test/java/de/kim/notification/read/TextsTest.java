package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Instant WHEN = Instant.parse("2026-12-01T17:30:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_text_and_no_other(Language language) throws IOException {
        Set<String> known = Arrays.stream(Text.values()).map(Text::key).collect(Collectors.toSet());
        assertThat(file(language).stringPropertyNames()).isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_text_takes_the_arguments_of_the_german_one(Language language) {
        for (Text text : Text.values()) {
            assertThat(arguments(language, text))
                    .as(text.key())
                    .isEqualTo(arguments(Language.DE, text));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_language_has_a_sentence_of_another(Language language) {
        Set<String> others = new HashSet<>();
        for (Language other : Language.values()) {
            if (other != language) {
                others.add(Texts.in(other).pattern(Text.MAIL_OPEN));
                others.add(Texts.in(other).pattern(Text.GONE_TEXT));
            }
        }
        assertThat(others)
                .doesNotContain(
                        Texts.in(language).pattern(Text.MAIL_OPEN),
                        Texts.in(language).pattern(Text.GONE_TEXT));
    }

    /** Every plural form of the language is there, so that none falls back to another. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_plural_form_of_the_language_is_written(Language language) {
        for (String form : PluralRules.forLocale(language.locale()).getKeywords()) {
            for (Text text : new Text[] {Text.OFFER_LEFT, Text.BIRTH_WRONG}) {
                assertThat(Texts.in(language).pattern(text)).as(text.key()).contains(form + " {");
            }
        }
    }

    @Test
    void plurals_follow_the_rules_of_the_language() {
        assertThat(left(Language.DE, 0)).isEqualTo("Sie haben weniger als einen Tag Zeit.");
        assertThat(left(Language.DE, 1)).isEqualTo("Sie haben noch 1 Tag Zeit.");
        assertThat(left(Language.UK, 2)).isEqualTo("У вас ще 2 дні.");
        assertThat(left(Language.UK, 5)).isEqualTo("У вас ще 5 днів.");
        assertThat(left(Language.RU, 21)).isEqualTo("У вас ещё 21 день.");
        assertThat(left(Language.AR, 2)).isEqualTo("بقي لك يومان.");
        assertThat(left(Language.AR, 3)).isEqualTo("بقي لك 3 أيام.");
    }

    @Test
    void times_are_those_of_osnabrueck_in_the_calendar_and_digits_of_german_papers() {
        assertThat(Texts.in(Language.DE).say(Text.OFFER_UNTIL, "until", WHEN))
                .isEqualTo("Bitte antworten Sie bis Dienstag, 1. Dezember um 18:30 Uhr.");
        assertThat(Texts.in(Language.FA).say(Text.OFFER_UNTIL, "until", WHEN))
                .contains("18:30")
                .contains("دسامبر");
        assertThat(Texts.in(Language.AR).say(Text.OFFER_UNTIL, "until", WHEN)).contains("18:30");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_day_is_named_in_the_language(Language language) {
        LocalDate day = LocalDate.of(2026, 12, 1);
        String said = Texts.in(language).say(Text.OFFER_DAY, "day", day);
        assertThat(said).contains("2026").contains("1");
        if (language != Language.EN) {
            assertThat(said).doesNotContain("Tuesday").doesNotContain("M12");
        }
    }

    private static String left(Language language, int days) {
        return Texts.in(language).say(Text.OFFER_LEFT, "days", days);
    }

    private static Set<String> arguments(Language language, Text text) {
        return new MessageFormat(Texts.in(language).pattern(text), language.locale())
                .getArgumentNames();
    }

    private static Properties file(Language language) throws IOException {
        String name = "/texts/" + language.code() + ".properties";
        Properties file = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(TextsTest.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            file.load(reader);
        }
        return file;
    }
}
