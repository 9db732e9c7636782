package de.kim.reporting.read.report.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The languages of the report. */
public enum Language {
    DE(Locale.GERMANY),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    /** The one asked for, else one that the caller accepts, else German. */
    public static Language of(@Nullable String asked, HttpServletRequest request) {
        return named(asked).or(() -> accepted(request)).orElse(DE);
    }

    /** Without the header the servlet API names the language of this machine. */
    private static Optional<Language> accepted(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> named(locale.getLanguage()).stream())
                        .findFirst();
    }

    private static Optional<Language> named(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
