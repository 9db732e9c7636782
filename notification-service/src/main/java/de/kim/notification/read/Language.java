package de.kim.notification.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which people are told, by ISO 639-1 code; {@code KU} is Kurmanji. */
public enum Language {
    DE,
    EN,
    UK,
    AR,
    FA,
    TR,
    RU,
    KU,
    FR,
    ES;

    /** The ISO 639-1 code, also the value of the HTML attribute {@code lang}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of the HTML attribute {@code dir}. */
    public String direction() {
        return this == AR || this == FA ? "rtl" : "ltr";
    }

    /** The language with this ISO 639-1 code; empty when people are not told in it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
