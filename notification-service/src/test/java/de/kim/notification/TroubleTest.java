package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.notification.SampleMailServer.Mail;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of messages when something on their way fails. */
class TroubleTest extends Telling {
    @Test
    void while_the_mail_server_is_away_nothing_is_lost_and_order_is_kept() {
        prefers("de", address);
        MAILS.stop();
        say(offered());
        say(expired());
        patiently()
                .until(
                        () ->
                                jdbc.queryForList(
                                                "select trouble from message where referral_id = ?"
                                                        + " and trouble is not null",
                                                String.class,
                                                referral)
                                        .equals(List.of("MAIL_SERVER")));
        assertThat(states()).containsExactly("PLANNED", "PLANNED");
        MAILS.start();
        patiently().until(() -> states().equals(List.of("SENT", "SENT")));
        assertThat(MAILS.mailsTo(address).stream().map(m -> m.header("Message-ID")).toList())
                .containsExactlyElementsOf(messageIds());
    }

    @Test
    void while_contact_data_cannot_be_read_the_message_waits() {
        prefers("de", address);
        VAULT.isAway(true);
        say(offered());
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from message where referral_id = ?"
                                                        + " and trouble = 'CONTACT_READ'",
                                                Integer.class,
                                                referral)
                                        == 1);
        VAULT.isAway(false);
        patiently().until(() -> states().equals(List.of("SENT")));
    }

    /** The database refuses what follows the mail server's 250, as in a crash between the two. */
    @Test
    void a_message_that_was_taken_but_not_recorded_goes_out_again_with_the_same_id()
            throws SQLException {
        prefers("de", address);
        MAILS.stop();
        say(offered());
        patiently().until(() -> states().equals(List.of("PLANNED")));
        asOwner("revoke insert on event from " + POSTGRES.user());
        MAILS.start();
        patiently().until(() -> MAILS.mailsTo(address).size() >= 2);
        assertThat(states()).containsExactly("PLANNED");
        asOwner("grant insert on event to " + POSTGRES.user());
        patiently().until(() -> states().equals(List.of("SENT")));
        List<Mail> mails = MAILS.mailsTo(address);
        assertThat(mails.stream().map(mail -> mail.header("Message-ID")).distinct()).hasSize(1);
        assertThat(stored("MessageHistory.Sent")).isEqualTo(1);
        for (Mail mail : mails) {
            assertThat(reads(link(mail)).open().text()).contains("Kursplatz");
        }
        assertThat(stored("MessageHistory.Reached")).isEqualTo(1);
    }

    @Test
    void without_an_address_the_message_fails_and_says_so() {
        VAULT.knows(referral, "{\"name\":\"Aylin Sample\",\"preferredLanguage\":\"tr\"}");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED")));
        assertThat(failure()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void after_erasure_nothing_can_be_sent() {
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED")));
        assertThat(failure()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void an_address_with_a_second_recipient_or_header_is_no_address() {
        prefers("de", "a@mail.example, b@mail.example");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED")));
        prefers("de", "a@mail.example\\r\\nBcc: b@mail.example");
        say(expired());
        patiently().until(() -> states().equals(List.of("FAILED", "FAILED")));
        assertThat(MAILS.mailsTo("b@mail.example")).isEmpty();
    }

    @Test
    void what_the_mail_server_refuses_for_good_fails_and_the_next_one_is_sent() {
        prefers("de", "refused@mail.example");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED")));
        assertThat(failure()).isEqualTo("REFUSED");
        prefers("de", address);
        say(expired());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
    }

    @Test
    void what_the_mail_server_refuses_for_now_is_tried_again() {
        prefers("de", "later@mail.example");
        say(offered());
        patiently().until(() -> states().equals(List.of("SENT")));
        assertThat(
                        one(
                                "select attempts from message where referral_id = ?",
                                Integer.class,
                                referral))
                .isEqualTo(2);
    }
}
