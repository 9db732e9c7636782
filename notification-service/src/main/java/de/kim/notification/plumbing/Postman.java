package de.kim.notification.plumbing;

import de.kim.events.DeliveryFailure;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.Language;
import de.kim.notification.write.PlanMessage;
import de.kim.notification.write.RecordFailure;
import de.kim.notification.write.RecordSending;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Sends one planned message after the other. What the mail server or the SMS gateway took, or lies
 * in the outgoing post, is recorded afterwards, in one transaction with the event {@code
 * MessageSent}. If the service dies between the two, the lease ends and the mail goes out again
 * with the same Message-ID: at least once, never lost; a mailbox that knows Message-IDs shows it
 * once.
 */
@Component
class Postman {
    private final OutgoingMessages messages;
    private final Contacts contacts;
    private final MailServer mailServer;
    private final SmsGateway sms;
    private final LetterOffice letters;
    private final Ways ways;
    private final Undelivered undelivered;
    private final RootUnitOfWork roots;
    private final MailSettings settings;
    private final Clock clock;

    Postman(
            OutgoingMessages messages,
            Contacts contacts,
            MailServer mailServer,
            SmsGateway sms,
            LetterOffice letters,
            Ways ways,
            Undelivered undelivered,
            RootUnitOfWork roots,
            MailSettings settings,
            Clock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.mailServer = mailServer;
        this.sms = sms;
        this.letters = letters;
        this.ways = ways;
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
        Contact contact;
        try {
            contact = contacts.read(outgoing.referralId(), outgoing.kind()).orElse(null);
        } catch (RestClientException e) {
            record(outgoing, new Handover.Later("CONTACT_READ"), null);
            return;
        }
        if (contact == null) {
            record(outgoing, new Handover.Impossible(DeliveryFailure.NO_ADDRESS), null);
            return;
        }
        Optional<PlanMessage> better = ways.better(outgoing.row(), contact);
        if (better.isPresent()) {
            undelivered.skip(outgoing.row(), better.get());
        } else {
            record(outgoing, hand(outgoing, contact), contact);
        }
    }

    private Handover hand(Outgoing outgoing, Contact contact) {
        return switch (outgoing.channel()) {
            case EMAIL -> mail(outgoing, contact);
            case SMS -> sms(outgoing, contact);
            case LETTER -> letters.hand(outgoing, contact, language(contact));
            case IN_PERSON -> throw new IllegalStateException("nobody plans " + outgoing.channel());
        };
    }

    private Handover sms(Outgoing outgoing, Contact contact) {
        Optional<MobileNumber> mobile = contact.mobile();
        return mobile.isEmpty() || !sms.isOpen()
                ? new Handover.Impossible(DeliveryFailure.NO_ADDRESS)
                : sms.hand(outgoing, mobile.get(), language(contact));
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
     * @param contact null when nobody is known, or it could not be asked
     */
    private void record(Outgoing outgoing, Handover handover, @Nullable Contact contact) {
        switch (handover) {
            case Handover.Done done ->
                    roots.callRetrying(
                            outgoing.story().metadata(),
                            () ->
                                    roots.attempt(
                                            new RecordSending(
                                                    outgoing.messageId(), clock.instant())));
            case Handover.Impossible impossible -> fail(outgoing, impossible.cause(), contact);
            case Handover.Later later -> {
                if (isOverdue(outgoing)) {
                    fail(outgoing, DeliveryFailure.GAVE_UP, contact);
                } else {
                    messages.tryAgain(outgoing, later.trouble());
                }
            }
        }
    }

    private boolean isOverdue(Outgoing outgoing) {
        return clock.instant().isAfter(outgoing.plannedAt().plus(settings.giveUpAfter()));
    }

    private void fail(Outgoing outgoing, DeliveryFailure cause, @Nullable Contact contact) {
        RecordFailure failure = new RecordFailure(outgoing.messageId(), cause);
        undelivered.record(
                outgoing.row(),
                failure,
                contact == null ? List.of() : ways.instead(outgoing.row(), contact));
    }
}
