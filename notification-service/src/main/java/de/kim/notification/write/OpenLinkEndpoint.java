package de.kim.notification.write;

import de.kim.events.ReachProof;
import de.kim.kit.access.Public;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.Language;
import de.kim.notification.read.LinkPage;
import de.kim.notification.read.MessageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The link in a mail. Opening it is the proof that the message reached the person, recorded once. A
 * HEAD or an announced prefetch opens nothing.
 */
@RestController
public class OpenLinkEndpoint {
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final MessageLinks links;
    private final RootUnitOfWork roots;
    private final Clock clock;

    public OpenLinkEndpoint(MessageLinks links, RootUnitOfWork roots, Clock clock) {
        this.links = links;
        this.roots = roots;
        this.clock = clock;
    }

    @Public("the link in the mail is the person's key")
    @GetMapping(path = "/m/{token}", produces = MediaType.TEXT_HTML_VALUE)
    public ResponseEntity<String> open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        Language language = language(lang, request);
        Optional<MessageLinks.Linked> message = links.message(token, clock.instant());
        if (message.isEmpty()) {
            return page(404, LinkPage.gone(language));
        }
        if (isOpenedByAPerson(request)) {
            record(message.get());
        }
        return page(200, LinkPage.news(language));
    }

    private void record(MessageLinks.Linked message) {
        RecordReach opened =
                new RecordReach(message.messageId(), ReachProof.LINK_OPENED, clock.instant());
        roots.callRetrying(message.story().metadata(), () -> roots.attempt(opened));
    }

    private static boolean isOpenedByAPerson(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && !announcesPrefetch(request.getHeader("Sec-Purpose"))
                && !announcesPrefetch(request.getHeader("Purpose"))
                && !announcesPrefetch(request.getHeader("X-Moz"));
    }

    private static boolean announcesPrefetch(@Nullable String header) {
        return header != null
                && (header.toLowerCase(Locale.ROOT).contains("prefetch")
                        || header.toLowerCase(Locale.ROOT).contains("preview"));
    }

    private static Language language(@Nullable String lang, HttpServletRequest request) {
        return Optional.ofNullable(lang)
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

    private static ResponseEntity<String> page(int status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors 'none'")
                .body(html);
    }
}
