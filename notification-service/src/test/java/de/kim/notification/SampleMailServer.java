package de.kim.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that keeps the mails, and can be away. */
final class SampleMailServer {
    private final int port = freePort();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private @Nullable SMTPServer server;

    record Mail(String from, String to, MimeMessage message) {
        String header(String name) {
            try {
                return message.getHeader(name)[0];
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The plain part. */
        String text() {
            return part(0, "text/plain");
        }

        String html() {
            return part(1, "text/html");
        }

        private String part(int number, String type) {
            try {
                Multipart all = (Multipart) message.getContent();
                Part part = all.getBodyPart(0);
                while (part.getContent() instanceof Multipart inner) {
                    part = inner.getBodyPart(Math.min(number, inner.getCount() - 1));
                }
                if (!part.isMimeType(type)) {
                    throw new IllegalStateException(part.getContentType());
                }
                return (String) part.getContent();
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    int port() {
        return port;
    }

    void start() {
        server =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandler(this::take)
                        .build();
        server.start();
    }

    void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** Addresses with this local part are refused for good. */
    private void take(MessageContext context, String from, String to, byte[] data)
            throws RejectException {
        if (to.startsWith("refused@")) {
            throw new RejectException(550, "no such mailbox");
        }
        if (to.startsWith("later@") && refusals.getAndIncrement() == 0) {
            throw new RejectException(451, "try again later");
        }
        try {
            mails.add(
                    new Mail(
                            from,
                            to,
                            new MimeMessage(
                                    Session.getInstance(new Properties()),
                                    new ByteArrayInputStream(data))));
        } catch (MessagingException e) {
            throw new RejectException(554, "not a mail");
        }
    }

    List<Mail> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
