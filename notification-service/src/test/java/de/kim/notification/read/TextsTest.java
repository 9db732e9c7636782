package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final String LINK = "https://kim.example/m/AAAAAAAAAAAAAAAAAAAAAA?lang=de";

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_text(Language language) {
        Texts texts = Texts.in(language);
        assertThat(texts.subject()).isNotBlank();
        assertThat(texts.mail(LINK)).containsOnlyOnce(LINK).doesNotContain("{");
        assertThat(texts.pageTitle()).isNotBlank();
        assertThat(texts.pageText()).isNotBlank();
        assertThat(texts.goneTitle()).isNotBlank();
        assertThat(texts.goneText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_language_has_the_texts_of_another(Language language) {
        Set<String> others = new HashSet<>();
        for (Language other : Language.values()) {
            if (other != language) {
                others.add(Texts.in(other).mail(LINK));
                others.add(Texts.in(other).pageText());
            }
        }
        assertThat(others)
                .doesNotContain(Texts.in(language).mail(LINK), Texts.in(language).pageText());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_page_says_its_language_and_direction_and_has_no_script(Language language) {
        String rtl = language == Language.AR || language == Language.FA ? "rtl" : "ltr";
        assertThat(LinkPage.news(language))
                .contains("<html lang=\"" + language.code() + "\" dir=\"" + rtl + "\">")
                .doesNotContain("<script")
                .doesNotContain("http");
        assertThat(LinkPage.gone(language)).contains(Texts.in(language).goneTitle());
    }
}
