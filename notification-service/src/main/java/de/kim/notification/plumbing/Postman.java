package de.kim.notification.plumbing;

import de.kim.events.DeliveryFailure;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.Language;
import de.kim.notification.write.RecordFailure;
import de.kim.notification.write.RecordSending;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Sends one planned message after the other. What the mail server took, or lies in the outgoing
 * post, is recorded afterwards, in one transaction with the event {@code MessageSent}. If the
 * service dies between the two, the lease ends and the mail goes out again with the same
 * Message-ID: at least once, never lost; a mailbox that knows Message-IDs shows it once.
 */
@Component
class Postman {
    private final OutgoingMessages messages;
    private final Contacts contacts;
    private final MailServer mailServer;
    private final LetterOffice letters;
    private final Undelivered undelivered;
    private final RootUnitOfWork roots;
    private final MailSettings settings;
    private final Clock clock;

    Postman(
            OutgoingMessages messages,
            Contacts contacts,
            MailServer mailServer,
            LetterOffice letters,
            Undelivered undelivered,
            RootUnitOfWork roots,
            MailSettings settings,
            Clock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.mailServer = mailServer;
        this.letters = letters;
        this.undelivered = undelivered;
        this.roots = roots;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends the next message that is due; false when none is. */
    boolean sendNext() {
        Optional<Outgoing> next = messages.claim();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Outgoing outgoing) {
        Optional<Contact> contact;
        try {
            contact = contacts.read(outgoing.referralId(), outgoing.kind());
        } catch (RestClientException e) {
            record(outgoing, new Handover.Later("CONTACT_READ"), false);
            return;
        }
        Handover handover =
                contact.map(known -> hand(outgoing, known))
                        .orElseGet(() -> new Handover.Impossible(DeliveryFailure.NO_ADDRESS));
        record(outgoing, handover, contact.filter(letters::canWriteTo).isPresent());
    }

    private Handover hand(Outgoing outgoing, Contact contact) {
        return switch (outgoing.channel()) {
            case EMAIL -> mail(outgoing, contact);
            case LETTER -> letters.hand(outgoing, contact, language(contact));
            case SMS, IN_PERSON ->
                    throw new IllegalStateException("nobody plans " + outgoing.channel());
        };
    }

    private Handover mail(Outgoing outgoing, Contact contact) {
        String email = contact.email();
        return email == null || email.isBlank()
                ? new Handover.Impossible(DeliveryFailure.NO_ADDRESS)
                : mailServer.hand(outgoing, email, language(contact));
    }

    private static Language language(Contact contact) {
        String code = contact.preferredLanguage();
        return code == null ? Language.DE : Language.of(code).orElse(Language.EN);
    }

    /**
     * @param letter whether a letter can do what this did not
     */
    private void record(Outgoing outgoing, Handover handover, boolean letter) {
        switch (handover) {
            case Handover.Done done ->
                    roots.callRetrying(
                            outgoing.story().metadata(),
                            () ->
                                    roots.attempt(
                                            new RecordSending(
                                                    outgoing.messageId(), clock.instant())));
            case Handover.Impossible impossible -> fail(outgoing, impossible.cause(), letter);
            case Handover.Later later -> {
                if (isOverdue(outgoing)) {
                    fail(outgoing, DeliveryFailure.GAVE_UP, letter);
                } else {
                    messages.tryAgain(outgoing, later.trouble());
                }
            }
        }
    }

    private boolean isOverdue(Outgoing outgoing) {
        return clock.instant().isAfter(outgoing.plannedAt().plus(settings.giveUpAfter()));
    }

    private void fail(Outgoing outgoing, DeliveryFailure cause, boolean letter) {
        RecordFailure failure = new RecordFailure(outgoing.messageId(), cause);
        undelivered.record(
                outgoing.story(), failure, letter ? outgoing.letterInstead() : List.of());
    }
}
