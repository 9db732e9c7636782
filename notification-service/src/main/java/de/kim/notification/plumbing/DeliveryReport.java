package de.kim.notification.plumbing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says about a mail that it took (RFC 3464). It comes from anywhere, so nothing
 * in it is believed but that our Message-ID stands in what is sent back; addresses in it are not
 * read.
 */
sealed interface DeliveryReport {
    /** It was given up for good. */
    record Bounced(UUID messageId) implements DeliveryReport {}

    /** It is delayed, delivered, passed on; or nothing of ours. */
    record NoNews() implements DeliveryReport {}

    /** It is a mail, and no delivery report. */
    record NoReport() implements DeliveryReport {}

    /** It cannot be read as a mail or as the report that it says it is. */
    record Malformed() implements DeliveryReport {}

    /** Of the part for machines; a longer one is not from a mail server that means well. */
    int LARGEST = 64 * 1024;

    int MOST_PARTS = 10;
    Pattern OURS =
            Pattern.compile(
                    "<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@([^<>@\\s]+)>");

    /**
     * @param domain of our Message-IDs
     */
    static DeliveryReport of(byte[] mail, String domain) {
        try {
            MimeMessage message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            if (!isReport(message)) {
                return new NoReport();
            }
            return message.getContent() instanceof MimeMultipart parts
                    ? read(parts, domain)
                    : new Malformed();
        } catch (MessagingException | IOException | RuntimeException e) {
            // the parser fails in many ways on what was made to let it fail
            return new Malformed();
        }
    }

    private static boolean isReport(MimeMessage message) throws MessagingException {
        ContentType type = new ContentType(message.getContentType());
        return type.match("multipart/report")
                && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
    }

    private static DeliveryReport read(MimeMultipart parts, String domain)
            throws MessagingException, IOException {
        Boolean failed = null;
        UUID messageId = null;
        for (int number = 0; number < Math.min(parts.getCount(), MOST_PARTS); number++) {
            BodyPart part = parts.getBodyPart(number);
            if (part.isMimeType("message/delivery-status")) {
                failed = failed(part);
            } else if (part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/rfc822")) {
                messageId = messageId(part, domain).orElse(null);
            }
        }
        return verdict(failed, messageId);
    }

    private static DeliveryReport verdict(@Nullable Boolean failed, @Nullable UUID messageId) {
        if (failed == null) {
            return new Malformed();
        }
        return failed && messageId != null ? new Bounced(messageId) : new NoNews();
    }

    /** One group of fields about the mail, then one a recipient; ours have one recipient. */
    private static boolean failed(Part part) throws MessagingException, IOException {
        InputStream fields = new ByteArrayInputStream(start(part));
        while (fields.available() > 0) {
            String action = new InternetHeaders(fields).getHeader("Action", null);
            if (action != null) {
                return action.strip().toLowerCase(Locale.ROOT).equals("failed");
            }
        }
        throw new MessagingException("no action");
    }

    private static Optional<UUID> messageId(Part part, String domain)
            throws MessagingException, IOException {
        String id =
                new InternetHeaders(new ByteArrayInputStream(start(part)))
                        .getHeader("Message-ID", null);
        Matcher ours = OURS.matcher(id == null ? "" : id.strip());
        return ours.matches() && domain.equalsIgnoreCase(ours.group(2))
                ? Optional.of(UUID.fromString(ours.group(1)))
                : Optional.empty();
    }

    private static byte[] start(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(LARGEST);
        }
    }
}
