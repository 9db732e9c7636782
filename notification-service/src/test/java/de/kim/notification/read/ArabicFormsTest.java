package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArabicFormsTest {
    @ParameterizedTest
    @CsvSource({
        // beh: alone, first, in the middle, last
        "ب, FE8F",
        "ببب, FE91 FE92 FE90",
        // dal joins backwards only
        "دب, FEA9 FE8F",
        "بد, FE91 FEAA",
        // lam and alef are one sign
        "لا, FEFB",
        "بلا, FE91 FEFC",
        // the Persian letters
        "یک, FBFE FB8F",
        "کی, FB90 FBFD",
        "گپچژ, FB94 FB59 FB7D FB8B",
        // a vowel sign is left out and does not part letters
        "بًب, FE91 FE90",
        // hamza above stays
        "هٔب, FEEB 0654 FE90",
        // a zero-width non-joiner parts them
        "ب\u200Cب, FE8F 200C FE8F"
    })
    void letters_join(String text, String forms) {
        assertThat(ArabicForms.shaped(text).codePoints().mapToObj("%04X"::formatted))
                .containsExactly(forms.split(" "));
    }

    @Test
    void what_is_not_arabic_stays() {
        String text = "Şêrko Ґалаґан 08:30–12:45 😀 7d3f0c2a";
        assertThat(ArabicForms.shaped(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_text_loses_a_letter(Language language) {
        for (Text text : Text.values()) {
            String pattern = Texts.in(language).pattern(text).replaceAll("[\u064B-\u0652]", "");
            String shaped = ArabicForms.shaped(pattern);
            assertThat(Normalizer.normalize(shaped, Normalizer.Form.NFKC))
                    .isEqualTo(Normalizer.normalize(pattern, Normalizer.Form.NFKC));
            assertThat(shaped.codePoints().filter(it -> it >= 0x0620 && it <= 0x064A)).isEmpty();
        }
    }
}
