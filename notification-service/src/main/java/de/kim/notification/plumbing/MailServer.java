package de.kim.notification.plumbing;

import de.kim.events.DeliveryFailure;
import de.kim.notification.read.Language;
import de.kim.notification.read.LinkSettings;
import de.kim.notification.read.MailText;
import de.kim.notification.read.StaffMailText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one mail to the SMTP server. Its answers are not logged: they can quote the address. */
@Component
class MailServer {
    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final int LONGEST_ADDRESS = 254; // RFC 5321 §4.5.3.1.3

    /** RFC 5322 §3.3. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final JavaMailSender smtp;
    private final MailSettings mail;
    private final LinkSettings link;
    private final Clock clock;

    MailServer(JavaMailSender smtp, MailSettings mail, LinkSettings link, Clock clock) {
        this.smtp = smtp;
        this.mail = mail;
        this.link = link;
        this.clock = clock;
    }

    /** A mail to a person. */
    Handover hand(Outgoing outgoing, String address, Language language) {
        return hand(address, to -> message(outgoing, to, language));
    }

    /** A mail to an office; those to one body are one thread. */
    Handover hand(UUID mailId, String body, String address, StaffMailText text) {
        return hand(address, to -> message(mailId, body, to, text));
    }

    /** Writes a mail to this address. */
    private interface Writing {
        MimeMessage to(InternetAddress to) throws MessagingException;
    }

    private Handover hand(String address, Writing writing) {
        InternetAddress to;
        try {
            to = strict(address);
        } catch (AddressException e) {
            return new Handover.Impossible(DeliveryFailure.NO_ADDRESS);
        }
        try {
            smtp.send(writing.to(to));
            return new Handover.Done();
        } catch (MailException | MessagingException e) {
            log.atInfo().addArgument(() -> e.getClass().getSimpleName()).log("mail not taken: {}");
            return isRefusedForGood(e)
                    ? new Handover.Impossible(DeliveryFailure.REFUSED)
                    : new Handover.Later("MAIL_SERVER");
        }
    }

    private static InternetAddress strict(String address) throws AddressException {
        if (address.length() > LONGEST_ADDRESS
                || address.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("too long, or with control characters");
        }
        InternetAddress[] parsed = InternetAddress.parse(address, true);
        if (parsed.length != 1 || !address.equals(parsed[0].getAddress())) {
            throw new AddressException("not one plain address");
        }
        parsed[0].validate();
        return parsed[0];
    }

    private MimeMessage message(Outgoing outgoing, InternetAddress to, Language language)
            throws MessagingException {
        MailText text = new MailText(language, outgoing.link(link.base(), language));
        MimeMessage message = smtp.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
        parts.setTo(to);
        parts.setSubject(text.subject());
        parts.setText(text.plain(), text.html());
        head(message, parts, outgoing.messageId(), thread(outgoing), language);
        return message;
    }

    private MimeMessage message(UUID mailId, String body, InternetAddress to, StaffMailText text)
            throws MessagingException {
        MimeMessage message = smtp.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, "UTF-8");
        parts.setTo(to);
        parts.setSubject(text.subject());
        parts.setText(text.plain());
        UUID thread =
                UUID.nameUUIDFromBytes(("office/" + body).getBytes(StandardCharsets.US_ASCII));
        head(message, parts, mailId, thread, text.language());
        return message;
    }

    private void head(
            MimeMessage message, MimeMessageHelper parts, UUID id, UUID thread, Language language)
            throws MessagingException {
        InternetAddress from = new InternetAddress(mail.from(), true);
        parts.setFrom(from);
        message.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        message.setHeader("Message-ID", id(id, from));
        message.setHeader("References", id(thread, from));
        message.setHeader("Content-Language", language.code());
        // RFC 3834 §5: no out-of-office answers, please.
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    /** Of a message the same in every attempt, so that mailboxes can tell a repetition. */
    private static String id(UUID name, InternetAddress from) {
        String address = from.getAddress();
        return "<" + name + address.substring(address.lastIndexOf('@')) + ">";
    }

    /**
     * All mails about one offer refer to the same first one, which nobody sent: mailboxes show them
     * together (RFC 5322 §3.6.4). The offer's own id stays here.
     */
    private static UUID thread(Outgoing outgoing) {
        UUID about = Objects.requireNonNullElse(outgoing.offerId(), outgoing.messageId());
        return UUID.nameUUIDFromBytes(("thread/" + about).getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isRefusedForGood(Exception failure) {
        Throwable cause = failure;
        if (failure instanceof MailSendException send && send.getMessageExceptions().length > 0) {
            cause = send.getMessageExceptions()[0];
        }
        for (; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return isPermanent(address.getReturnCode());
            }
            if (cause instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return isPermanent(send.getReturnCode());
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging
                ? messaging.getNextException()
                : failure.getCause();
    }

    /** RFC 5321 §4.2.1: 5yz is a permanent negative completion. */
    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }
}
