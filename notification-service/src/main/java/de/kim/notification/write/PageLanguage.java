package de.kim.notification.write;

import de.kim.notification.read.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** In which language a page answers. */
final class PageLanguage {
    private PageLanguage() {}

    /** The one that was asked for, else one that the browser accepts, else German. */
    static Language of(@Nullable String asked, HttpServletRequest request) {
        return Optional.ofNullable(asked)
                .flatMap(Language::of)
                .or(() -> accepted(request))
                .orElse(Language.DE);
    }

    /** Without the header the servlet API names the language of this machine. */
    private static Optional<Language> accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                .findFirst();
    }
}
