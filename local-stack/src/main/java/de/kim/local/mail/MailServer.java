package de.kim.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.subethamail.smtp.server.SMTPServer;

/** The process that takes every mail over SMTP, keeps it and shows it. It sends nothing on. */
public final class MailServer {
    private static final int LARGEST_BYTES = 25 * 1024 * 1024;

    private MailServer() {}

    /**
     * @param args the folder for the mails, the SMTP port, the HTTP port
     */
    public static void main(String[] args) throws IOException {
        var store = new MailStore(Path.of(args[0]));
        var smtp =
                SMTPServer.port(Integer.parseInt(args[1]))
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .maxMessageSize(LARGEST_BYTES)
                        .messageHandler((context, from, to, bytes) -> keep(store, bytes))
                        .build();
        smtp.start();
        new MailPages(store)
                .serve(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(args[2])));
    }

    private static void keep(MailStore store, byte[] bytes) {
        try {
            store.keep(bytes);
        } catch (IOException e) {
            // the sender gets an error and keeps the mail
            throw new UncheckedIOException(e);
        }
    }
}
