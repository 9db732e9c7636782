package de.kim.notification.write;

import de.kim.kit.access.Public;
import de.kim.notification.read.BirthDatePage;
import de.kim.notification.read.CourseCalendar;
import de.kim.notification.read.Language;
import de.kim.notification.read.LinkSettings;
import de.kim.notification.read.MessageLinks;
import de.kim.notification.read.MessageLinks.Linked;
import de.kim.notification.read.Notice;
import de.kim.notification.read.OfferSheet;
import de.kim.notification.read.PersonSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind the link in a mail. Opening it shows and records nothing: scanners and friends
 * open links too. The link and the birth date together are the person.
 */
@RestController
class PersonEndpoint {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String WHY =
            "the link in the mail and the birth date are the person's key";

    private final MessageLinks links;
    private final PersonSessions sessions;
    private final BirthDateDesk birthDates;
    private final AnswerDesk answers;
    private final LinkSettings settings;
    private final Clock clock;

    PersonEndpoint(
            MessageLinks links,
            PersonSessions sessions,
            BirthDateDesk birthDates,
            AnswerDesk answers,
            LinkSettings settings,
            Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.birthDates = birthDates;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    @Public(WHY)
    @GetMapping(path = "/m/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @CookieValue(name = PageReply.COOKIE, required = false) @Nullable String secret,
            HttpServletRequest request) {
        Language language = PageLanguage.of(lang, request);
        Optional<Linked> link = links.message(token, clock.instant());
        if (link.isEmpty()) {
            return gone(language);
        }
        return sessions.find(secret, link.get().token())
                .map(session -> answers.show(link.get(), session, language))
                .orElseGet(() -> PageReply.page(HttpStatus.OK, ask(link.get(), language).asked()));
    }

    /** Not below {@code /api}: it takes a form, and its steps can be repeated by what they are. */
    @Public(WHY)
    @PostMapping(path = "/m/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> send(
            @PathVariable String token,
            @CookieValue(name = PageReply.COOKIE, required = false) @Nullable String secret,
            HttpServletRequest request)
            throws IOException {
        // the kit has read the body: Spring's own reading of forms would find nothing
        PersonForm form = PersonForm.of(request.getInputStream().readAllBytes());
        Language language = PageLanguage.of(form.language().orElse(null), request);
        Optional<Linked> found = links.message(token, clock.instant());
        if (found.isEmpty()) {
            return gone(language);
        }
        Linked link = found.get();
        if (form.step().equals("birth-date")) {
            return form.birthDate()
                    .map(date -> reply(birthDates.enter(link, date), link, language))
                    .orElseGet(
                            () ->
                                    PageReply.page(
                                            HttpStatus.UNPROCESSABLE_CONTENT,
                                            ask(link, language).incomplete()));
        }
        return sessions.find(secret, link.token())
                .map(session -> answers.take(form, link, session, language))
                // the session is over: the page asks for the birth date again
                .orElseGet(() -> PageReply.seeOther(link.token(), language));
    }

    @Public(WHY)
    @GetMapping(path = "/m/{token}/course.ics")
    ResponseEntity<String> calendar(
            @PathVariable String token,
            @CookieValue(name = PageReply.COOKIE, required = false) @Nullable String secret,
            HttpServletRequest request) {
        return links.message(token, clock.instant())
                .flatMap(
                        link ->
                                sessions.find(secret, link.token())
                                        .flatMap(session -> answers.seen(link, session)))
                .filter(offer -> offer.state() == OfferSheet.State.ACCEPTED)
                .map(offer -> new CourseCalendar(offer, clock.instant()).text())
                .map(PageReply::calendar)
                .orElseGet(() -> gone(PageLanguage.of(null, request)));
    }

    private ResponseEntity<String> reply(
            BirthDateDesk.Entered entered, Linked link, Language language) {
        return switch (entered) {
            case BirthDateDesk.Entered.Right right ->
                    PageReply.seeOther(link.token(), language, right.secret(), settings);
            case BirthDateDesk.Entered.Wrong wrong ->
                    PageReply.page(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            ask(link, language).wrong(wrong.left()));
            case BirthDateDesk.Entered.Locked locked ->
                    PageReply.page(
                            HttpStatus.TOO_MANY_REQUESTS,
                            new Notice(language).locked(locked.until()),
                            Duration.between(clock.instant(), locked.until()));
            case BirthDateDesk.Entered.Nobody nobody -> gone(language);
            case BirthDateDesk.Entered.NotNow notNow ->
                    PageReply.page(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            new Notice(language).later(link.reached()),
                            SOON);
        };
    }

    private static BirthDatePage ask(Linked link, Language language) {
        return new BirthDatePage(language, link.token().value());
    }

    private static ResponseEntity<String> gone(Language language) {
        return PageReply.page(HttpStatus.NOT_FOUND, new Notice(language).gone());
    }
}
