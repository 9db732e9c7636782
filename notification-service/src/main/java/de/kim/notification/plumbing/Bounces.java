package de.kim.notification.plumbing;

import de.kim.notification.write.RecordBounce;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads what mail servers send back to the envelope sender. A mail that bounced failed, and the
 * next channel follows. Reports are deleted once they are recorded, because they quote addresses;
 * what is no report stays in the mailbox, marked as seen, for people.
 */
@Component
class Bounces {
    private static final Logger log = LoggerFactory.getLogger(Bounces.class);
    private static final long LARGEST = 1024 * 1024;

    private final BounceSettings settings;
    private final Undelivered undelivered;
    private final Ways ways;
    private final StaffPost offices;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final String domain;

    Bounces(
            BounceSettings settings,
            MailSettings mail,
            Undelivered undelivered,
            Ways ways,
            StaffPost offices,
            JdbcClient jdbc,
            MeterRegistry meters) {
        this.settings = settings;
        this.undelivered = undelivered;
        this.ways = ways;
        this.offices = offices;
        this.jdbc = jdbc;
        this.meters = meters;
        this.domain = mail.from().substring(mail.from().lastIndexOf('@') + 1);
    }

    @Scheduled(fixedDelayString = "${kim.bounces.round}")
    void read() {
        Path unseen = settings.unseen();
        if (unseen == null || !Files.isDirectory(unseen)) {
            return;
        }
        try (DirectoryStream<Path> mails = Files.newDirectoryStream(unseen)) {
            for (Path mail : mails) {
                read(mail);
            }
        } catch (IOException e) {
            log.atWarn().addArgument(() -> e.getClass().getSimpleName()).log("bounces: {}");
        }
    }

    private void read(Path mail) throws IOException {
        if (!Files.isRegularFile(mail, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        switch (report(mail)) {
            case DeliveryReport.Bounced(UUID messageId) -> {
                boolean news = bounced(messageId) || offices.failed(messageId, "BOUNCED");
                count(news ? "bounced" : "no-news");
                Files.delete(mail);
            }
            case DeliveryReport.NoNews none -> {
                count("no-news");
                Files.delete(mail);
            }
            case DeliveryReport.Malformed bad -> {
                count("malformed");
                keep(mail);
            }
            case DeliveryReport.NoReport other -> {
                count("no-report");
                keep(mail);
            }
        }
    }

    private DeliveryReport report(Path mail) throws IOException {
        return Files.size(mail) > LARGEST
                ? new DeliveryReport.Malformed()
                : DeliveryReport.of(Files.readAllBytes(mail), domain);
    }

    /** Whether it is news: a mail that reached its person is not looked at again. */
    private boolean bounced(UUID messageId) {
        return jdbc
                .sql(
                        """
                        select * from message
                        where message_id = ? and channel = 'EMAIL'
                            and state not in ('REACHED', 'FAILED')
                        """)
                .param(messageId)
                .query((row, number) -> MessageRow.of(row))
                .list()
                .stream()
                .anyMatch(
                        mail ->
                                undelivered.record(
                                        mail, new RecordBounce(messageId), ways.instead(mail)));
    }

    private void keep(Path mail) throws IOException {
        Files.createDirectories(settings.seen());
        Files.move(
                mail,
                settings.seen().resolve(mail.getFileName() + ":2,S"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void count(String outcome) {
        meters.counter("kim_bounces", "outcome", outcome).increment();
    }
}
