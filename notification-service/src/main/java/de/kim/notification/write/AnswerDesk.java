package de.kim.notification.write;

import de.kim.events.DeclineReason;
import de.kim.events.MessageKind;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.InterestPage;
import de.kim.notification.read.Language;
import de.kim.notification.read.MessageLinks.Linked;
import de.kim.notification.read.Notice;
import de.kim.notification.read.OfferPage;
import de.kim.notification.read.OfferPage.Told;
import de.kim.notification.read.OfferSheet;
import de.kim.notification.read.OfferSheets;
import de.kim.notification.read.PersonSessions;
import de.kim.notification.read.PersonSessions.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows the offer to the person and takes the answer. */
@Component
class AnswerDesk {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final OfferSheets offers;
    private final OfferAnswers allocation;
    private final InterestAnswers referral;
    private final PersonSessions sessions;
    private final RootUnitOfWork roots;
    private final Clock clock;

    AnswerDesk(
            OfferSheets offers,
            OfferAnswers allocation,
            InterestAnswers referral,
            PersonSessions sessions,
            RootUnitOfWork roots,
            Clock clock) {
        this.offers = offers;
        this.allocation = allocation;
        this.referral = referral;
        this.sessions = sessions;
        this.roots = roots;
        this.clock = clock;
    }

    /** The offer that a message is about, as the person knows it. */
    Optional<OfferSheet> seen(Linked link, Session session) {
        return Optional.ofNullable(link.offerId()).flatMap(offers::of).map(session::seen);
    }

    ResponseEntity<String> show(Linked link, Session session, Language language) {
        if (link.kind() == MessageKind.INTEREST) {
            InterestPage page = new InterestPage(language, link.token().value());
            boolean said = session.answer() == OfferSheet.State.ACCEPTED;
            return PageReply.page(HttpStatus.OK, said ? page.thanked() : page.asked());
        }
        Told told = session.helpAsked() ? Told.HELP_ASKED : Told.NOTHING;
        return show(HttpStatus.OK, told, link, session, language);
    }

    ResponseEntity<String> take(PersonForm form, Linked link, Session session, Language language) {
        if (link.kind() == MessageKind.INTEREST) {
            return form.step().equals("interest")
                    ? done(
                            referral.confirm(link.referralId()),
                            OfferSheet.State.ACCEPTED,
                            link,
                            session,
                            language)
                    : PageReply.seeOther(link.token(), language);
        }
        Optional<OfferSheet> offer = seen(link, session);
        if (offer.isEmpty() || offer.get().state() != OfferSheet.State.OPEN) {
            return PageReply.seeOther(link.token(), language);
        }
        UUID offerId = offer.get().offerId();
        return switch (form.step()) {
            case "accept" ->
                    done(
                            allocation.accept(offerId),
                            OfferSheet.State.ACCEPTED,
                            link,
                            session,
                            language);
            case "decline" -> {
                Optional<DeclineReason> reason = form.reason();
                yield reason.isEmpty()
                        ? show(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                Told.REASON_MISSING,
                                link,
                                session,
                                language)
                        : done(
                                allocation.decline(offerId, reason.get()),
                                OfferSheet.State.DECLINED,
                                link,
                                session,
                                language);
            }
            case "help" -> {
                AskForHelp command = new AskForHelp(link.messageId(), clock.instant());
                roots.callRetrying(link.story().metadata(), () -> roots.attempt(command));
                sessions.helpAsked(session);
                yield PageReply.seeOther(link.token(), language);
            }
            default -> PageReply.seeOther(link.token(), language);
        };
    }

    private ResponseEntity<String> done(
            OfferAnswers.Verdict verdict,
            OfferSheet.State answer,
            Linked link,
            Session session,
            Language language) {
        return switch (verdict) {
            case TAKEN -> {
                sessions.answered(session, answer);
                yield PageReply.seeOther(link.token(), language);
            }
            case ENDED -> PageReply.page(HttpStatus.CONFLICT, new Notice(language).ended());
            case NOT_NOW ->
                    PageReply.page(
                            HttpStatus.SERVICE_UNAVAILABLE, new Notice(language).unsent(), SOON);
        };
    }

    private ResponseEntity<String> show(
            HttpStatus status, Told told, Linked link, Session session, Language language) {
        return seen(link, session)
                .map(
                        offer ->
                                new OfferPage(
                                                language,
                                                link.token().value(),
                                                offer,
                                                clock.instant())
                                        .html(told))
                .map(html -> PageReply.page(status, html))
                // heard of the message and not yet of the offer: it is a matter of moments
                .orElseGet(
                        () ->
                                PageReply.page(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        new Notice(language).later(true),
                                        SOON));
    }
}
