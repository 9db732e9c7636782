package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail servers send back, from the mailbox to the letter that follows. */
class BounceTest extends Telling {
    @Test
    void a_mail_that_bounced_failed_and_a_letter_follows_once() throws IOException {
        VAULT.knows(
                referral,
                """
                {"name":"Aylin Sample","email":"%s","preferredLanguage":"uk","postalAddress":
                {"street":"Musterweg 3","postCode":"49124","town":"Georgsmarienhütte"}}"""
                        .formatted(address));
        say(offered());
        assertThat(onlyMail().from()).isEqualTo("bounces@kim.example");
        Path report = arrives(new SampleReport("failed", messageIds().getFirst()).text());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(column("failure").getFirst()).isEqualTo("BOUNCED");
        assertThat(column("channel")).containsExactly("EMAIL", "LETTER");
        patiently().until(() -> !Files.exists(report));
        Path again = arrives(new SampleReport("failed", messageIds().getFirst()).text());
        patiently().until(() -> !Files.exists(again));
        assertThat(states()).containsExactly("FAILED", "SENT");
        assertThat(stored("MessageHistory.Failed")).isEqualTo(1);
    }

    @Test
    void what_reached_the_person_did_not_bounce() throws IOException {
        prefers("de", address);
        say(offered());
        reads(link(onlyMail()));
        Path report = arrives(new SampleReport("failed", messageIds().getFirst()).text());
        patiently().until(() -> !Files.exists(report));
        assertThat(states()).containsExactly("REACHED");
    }

    @Test
    void a_delay_is_no_failure_and_what_is_not_ours_is_nothing() throws IOException {
        prefers("de", address);
        say(offered());
        onlyMail();
        String id = messageIds().getFirst();
        for (String text :
                List.of(
                        new SampleReport("delayed", id).text(),
                        new SampleReport("failed", id.replace("kim.example", "evil.example"))
                                .text(),
                        new SampleReport("failed", "<" + UUID.randomUUID() + "@kim.example>")
                                .text(),
                        new SampleReport("failed", id + "\r\n <x@y>").text())) {
            Path report = arrives(text);
            patiently().until(() -> !Files.exists(report));
        }
        assertThat(states()).containsExactly("SENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no mail at all",
                "Content-Type: multipart/report; report-type=delivery-status",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x",
                "Content-Type: text/plain\r\n\r\nI am on holiday until Monday."
            })
    void what_is_no_report_stays_for_people_and_is_counted(String text) throws IOException {
        double before = counted();
        Path mail = arrives(text);
        patiently().until(() -> !Files.exists(mail));
        assertThat(BOUNCES.resolve("cur").resolve(mail.getFileName() + ":2,S")).hasContent(text);
        assertThat(counted()).isEqualTo(before + 1);
    }

    private double counted() {
        return door.get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("kim_bounces_total"))
                .filter(line -> line.contains("malformed") || line.contains("no-report"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** As a mail server delivers into a Maildir: written elsewhere, then moved. */
    private static Path arrives(String text) throws IOException {
        Files.createDirectories(BOUNCES.resolve("tmp"));
        Path unseen = Files.createDirectories(BOUNCES.resolve("new"));
        String name = UUID.randomUUID().toString();
        Path written = Files.writeString(BOUNCES.resolve("tmp").resolve(name), text);
        return Files.move(written, unseen.resolve(name));
    }
}
