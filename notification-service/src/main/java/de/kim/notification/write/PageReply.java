package de.kim.notification.write;

import de.kim.notification.read.Language;
import de.kim.notification.read.LinkSettings;
import de.kim.notification.read.LinkToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** The answers to a browser: kept by nobody, with nothing from elsewhere, in no frame. */
final class PageReply {
    static final String COOKIE = "kim-person";

    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private PageReply() {}

    static ResponseEntity<String> page(HttpStatus status, String html) {
        return common(ResponseEntity.status(status)).contentType(HTML).body(html);
    }

    /** A page that says when to come again. */
    static ResponseEntity<String> page(HttpStatus status, String html, Duration retryAfter) {
        return common(ResponseEntity.status(status))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()))
                .contentType(HTML)
                .body(html);
    }

    /** To the page itself, so that loading it again sends nothing again. */
    static ResponseEntity<String> seeOther(LinkToken link, Language language) {
        return redirect(link, language).build();
    }

    /**
     * As {@link #seeOther}, with the session that opens it; for this one link, in no other site.
     */
    static ResponseEntity<String> seeOther(
            LinkToken link, Language language, LinkToken secret, LinkSettings settings) {
        URI base = URI.create(settings.base());
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, secret.value())
                        .path(base.getPath() + "/m/" + link.value())
                        .httpOnly(true)
                        .secure("https".equals(base.getScheme()))
                        .sameSite("Strict")
                        .maxAge(settings.session())
                        .build();
        return redirect(link, language).header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
    }

    static ResponseEntity<String> calendar(String file) {
        return common(ResponseEntity.ok())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kurs.ics\"")
                .contentType(CALENDAR)
                .body(file);
    }

    /** Relative, so that it is right behind every proxy. */
    private static ResponseEntity.BodyBuilder redirect(LinkToken link, Language language) {
        return common(ResponseEntity.status(HttpStatus.SEE_OTHER))
                .header(HttpHeaders.LOCATION, link.value() + "?lang=" + language.code());
    }

    private static ResponseEntity.BodyBuilder common(ResponseEntity.BodyBuilder reply) {
        return reply.cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " form-action 'self'; frame-ancestors 'none'");
    }
}
