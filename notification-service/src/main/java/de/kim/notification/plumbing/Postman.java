package de.kim.notification.plumbing;

import de.kim.events.DeliveryFailure;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.Language;
import de.kim.notification.write.RecordFailure;
import de.kim.notification.write.RecordSending;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Sends one planned message after the other. What the mail server took is recorded afterwards, in
 * one transaction with the event {@code MessageSent}. If the service dies between the two, the
 * lease ends and the mail goes out again with the same Message-ID: at least once, never lost; a
 * mailbox that knows Message-IDs shows it once.
 */
@Component
class Postman {
    private final OutgoingMessages messages;
    private final Contacts contacts;
    private final MailServer mailServer;
    private final RootUnitOfWork roots;
    private final MailSettings settings;
    private final Clock clock;

    Postman(
            OutgoingMessages messages,
            Contacts contacts,
            MailServer mailServer,
            RootUnitOfWork roots,
            MailSettings settings,
            Clock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.mailServer = mailServer;
        this.roots = roots;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends the next message that is due; false when none is. */
    boolean sendNext() {
        Optional<Outgoing> next = messages.claim();
        next.ifPresent(outgoing -> record(outgoing, send(outgoing)));
        return next.isPresent();
    }

    private Handover send(Outgoing outgoing) {
        Optional<Contact> contact;
        try {
            contact = contacts.read(outgoing.referralId(), outgoing.kind());
        } catch (RestClientException e) {
            return new Handover.Later("CONTACT_READ");
        }
        String email = contact.map(Contact::email).orElse(null);
        return email == null || email.isBlank()
                ? new Handover.Impossible(DeliveryFailure.NO_ADDRESS)
                : mailServer.hand(outgoing, email, language(contact.get()));
    }

    private static Language language(Contact contact) {
        String code = contact.preferredLanguage();
        return code == null ? Language.DE : Language.of(code).orElse(Language.EN);
    }

    private void record(Outgoing outgoing, Handover handover) {
        switch (handover) {
            case Handover.Done done ->
                    decide(outgoing, new RecordSending(outgoing.messageId(), clock.instant()));
            case Handover.Impossible impossible ->
                    decide(outgoing, new RecordFailure(outgoing.messageId(), impossible.cause()));
            case Handover.Later later -> {
                if (isOverdue(outgoing)) {
                    decide(
                            outgoing,
                            new RecordFailure(outgoing.messageId(), DeliveryFailure.GAVE_UP));
                } else {
                    messages.tryAgain(outgoing, later.trouble());
                }
            }
        }
    }

    private boolean isOverdue(Outgoing outgoing) {
        return clock.instant().isAfter(outgoing.plannedAt().plus(settings.giveUpAfter()));
    }

    private void decide(Outgoing outgoing, Object command) {
        roots.callRetrying(outgoing.story().metadata(), () -> roots.attempt(command));
    }
}
