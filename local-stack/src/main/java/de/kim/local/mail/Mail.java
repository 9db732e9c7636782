package de.kim.local.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One kept mail, as the list shows it.
 *
 * @param id name of its file without {@code .eml}; later mails have greater ids
 * @param received when the server took it
 * @param from the sender's address
 * @param to the recipients' addresses
 * @param subject the subject, decoded; empty where there is none
 * @param text the first plain text part, decoded; empty where there is none
 */
record Mail(
        String id, Instant received, String from, List<String> to, String subject, String text) {

    // made once: it looks for its providers in every jar
    private static final Session SESSION = Session.getInstance(new Properties());

    static Mail parse(String id, Instant received, byte[] bytes) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            return new Mail(
                    id,
                    received,
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getAllRecipients()),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    text(message).orElse(""));
        } catch (MessagingException | IOException e) {
            // whatever came in stays visible, raw, in its file
            return new Mail(
                    id, received, "", List.of(), "(unreadable: " + e.getMessage() + ")", "");
        }
    }

    /** Whether it went to this address, in whatever case. */
    @JsonIgnore
    boolean wentTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }

    private static List<String> addresses(Address @org.jspecify.annotations.Nullable [] addresses) {
        return Stream.ofNullable(addresses)
                .flatMap(Arrays::stream)
                .map(a -> a instanceof InternetAddress mail ? mail.getAddress() : a.toString())
                .toList();
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var text = text(inner);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
