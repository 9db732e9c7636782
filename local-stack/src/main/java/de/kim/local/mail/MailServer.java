package de.kim.local.mail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The process that takes every mail over SMTP and every SMS over HTTP, keeps it and shows it. It
 * sends nothing on.
 */
public final class MailServer {
    private static final int LARGEST_BYTES = 25 * 1024 * 1024;

    /** Secret of the SMS gateway; without it there is none. */
    static final String SMS_SECRET = "KIM_SMS_SECRET";

    /** Where reports on SMS go. */
    static final String SMS_REPORTS = "KIM_SMS_REPORTS";

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
        var http =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(args[2])),
                        0);
        new MailPages(store).serve(http);
        var secret = System.getenv().getOrDefault(SMS_SECRET, "");
        if (!secret.isEmpty()) {
            var sms = new SmsStore(Path.of(args[0]).resolve("sms"));
            var reports = System.getenv().getOrDefault(SMS_REPORTS, "");
            new SmsGateway(sms, secret, reports).serve(http);
        }
        http.start();
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
