package de.kim.notification.read;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which people are told, by ISO 639-1 code; {@code KU} is Kurmanji. */
public enum Language {
    DE("Deutsch"),
    EN("English"),
    UK("Українська"),
    AR("العربية"),
    FA("فارسی / دری"),
    TR("Türkçe"),
    RU("Русский"),
    KU("Kurmancî"),
    FR("Français"),
    ES("Español");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** As those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** The ISO 639-1 code, also the value of the HTML attribute {@code lang}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of the HTML attribute {@code dir}. */
    public String direction() {
        return ULocale.forLanguageTag(code()).isRightToLeft() ? "rtl" : "ltr";
    }

    /**
     * How dates and numbers are written: in the calendar and the digits that stand on every paper
     * from an office in Germany, also in Persian.
     */
    ULocale locale() {
        String europe = this == EN ? "en-GB" : code();
        return ULocale.forLanguageTag(europe + "-u-ca-gregory-nu-latn");
    }

    /** The language with this ISO 639-1 code; empty when people are not told in it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
