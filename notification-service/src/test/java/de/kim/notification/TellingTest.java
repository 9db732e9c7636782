package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.Envelope;
import de.kim.events.MessageFailed;
import de.kim.events.MessageKind;
import de.kim.events.MessageReached;
import de.kim.events.MessageSent;
import de.kim.events.NotificationEvent;
import de.kim.events.ReachProof;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.web.ApprovedOpenApi;
import de.kim.notification.SampleMailServer.Mail;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From an event on a real Kafka over a real SMTP server to the link that a person opens. */
class TellingTest extends Telling {
    @Test
    void the_description_of_the_api_is_the_approved_one() {
        ApprovedOpenApi.check(port);
    }

    @Test
    void an_offer_becomes_a_mail_in_the_persons_language_without_anything_personal() {
        prefers("ar", address);
        say(offered());
        Mail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("هناك خبر جديد لك");
        assertThat(mail.header("Content-Language")).isEqualTo("ar");
        assertThat(mail.text())
                .contains("https://kim.example/m/")
                .doesNotContain("Aylin")
                .doesNotContain(referral.toString())
                .doesNotContain(offer.toString());
        assertThat(mail.html())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "https://kim.example" + link(mail))
                .doesNotContain("Aylin");
        assertThat(VAULT.asked()).contains(referral + "?purpose=OFFER");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        prefers("de", address);
        Envelope offered = say(offered());
        publish(offered);
        publish(offered);
        say(accepted());
        patiently().until(() -> states().equals(List.of("SENT", "SENT")));
        assertThat(kinds()).containsExactly("OFFER", "ACCEPTED");
        assertThat(MAILS.mailsTo(address)).hasSize(2);
    }

    @Test
    void mails_about_one_offer_are_one_thread_and_each_has_its_own_id() {
        prefers("ku", address);
        say(offered());
        say(accepted());
        patiently().until(() -> states().equals(List.of("SENT", "SENT")));
        List<Mail> mails = MAILS.mailsTo(address);
        assertThat(mails.stream().map(mail -> mail.header("References")).distinct()).hasSize(1);
        assertThat(mails.stream().map(mail -> mail.header("Message-ID")).toList())
                .containsExactlyElementsOf(messageIds());
        assertThat(mails.getFirst().header("References")).doesNotContain(offer.toString());
    }

    @Test
    void what_was_sent_and_what_reached_the_person_is_said_as_part_of_the_story() {
        prefers("fr", address);
        Envelope offered = say(offered());
        reads(link(onlyMail()));
        List<Envelope> said = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> listener = listener()) {
            patiently()
                    .until(
                            () -> {
                                hear(listener, said);
                                return said.size() == 2;
                            });
        }
        assertThat(said.get(0).event())
                .isInstanceOfSatisfying(
                        MessageSent.class,
                        sent -> {
                            assertThat(sent.offerId()).isEqualTo(offer);
                            assertThat(sent.kind()).isEqualTo(MessageKind.OFFER);
                        });
        assertThat(said.get(1).event())
                .isInstanceOfSatisfying(
                        MessageReached.class,
                        reached -> assertThat(reached.proof()).isEqualTo(ReachProof.LINK_OPENED));
        assertThat(said).extracting(Envelope::sequence).containsExactly(1L, 2L);
        assertThat(said).extracting(Envelope::correlationId).containsOnly("story");
        assertThat(said).extracting(Envelope::causationId).containsOnly(offered.id().toString());
    }

    private static KafkaConsumer<byte[], byte[]> listener() {
        KafkaConsumer<byte[], byte[]> listener =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrap()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                listener.partitionsFor(KAFKA.name(Topic.NOTIFICATIONS)).stream()
                        .map(
                                partition ->
                                        new TopicPartition(
                                                partition.topic(), partition.partition()))
                        .toList();
        listener.assign(partitions);
        listener.seekToBeginning(partitions);
        return listener;
    }

    private static UUID referralOf(NotificationEvent event) {
        return switch (event) {
            case MessageSent sent -> sent.referralId();
            case MessageReached reached -> reached.referralId();
            case MessageFailed failed -> failed.referralId();
        };
    }

    private void hear(KafkaConsumer<byte[], byte[]> listener, List<Envelope> said) {
        listener.poll(Duration.ofMillis(200))
                .forEach(
                        record -> {
                            if (json.read(record.value()) instanceof Reading.Known known
                                    && known.envelope().event() instanceof NotificationEvent event
                                    && referralOf(event).equals(referral)) {
                                said.add(known.envelope());
                            }
                        });
    }

    @Test
    void a_link_that_was_altered_gets_a_friendly_404() {
        prefers("de", address);
        say(offered());
        String link = link(onlyMail());
        int last = link.indexOf('?') - 5;
        String altered =
                link.substring(0, last)
                        + (link.charAt(last) == 'A' ? 'B' : 'A')
                        + link.substring(last + 1);
        assertGone(altered);
        assertGone("/m/short?lang=de");
        assertGone("/m/" + "A".repeat(22));
        assertThat(stored("MessageHistory.Reached")).isZero();
    }

    @Test
    void a_link_that_has_expired_is_gone() throws SQLException {
        prefers("de", address);
        say(offered());
        String link = link(onlyMail());
        asOwner("update message_link set expires_at = now() - interval '1 second'");
        assertGone(link);
        assertThat(stored("MessageHistory.Reached")).isZero();
    }

    @Test
    void messages_are_listed_page_by_page() {
        prefers("de", address);
        say(offered());
        say(expired());
        patiently().until(() -> states().equals(List.of("SENT", "SENT")));
        JsonNode first = json("/api/messages?limit=1&referralId=" + referral);
        assertThat(first.at("/items/0/kind").stringValue()).isEqualTo("OFFER");
        JsonNode second =
                json(
                        "/api/messages?limit=1&referralId="
                                + referral
                                + "&cursor="
                                + first.get("nextCursor").stringValue());
        assertThat(second.at("/items/0/kind").stringValue()).isEqualTo("EXPIRY");
        assertThat(second.path("nextCursor").isString()).isFalse();
    }

    @Test
    void bad_input_is_refused_by_code() {
        assertProblem("/api/messages?referralId=nobody", 400, "INVALID_PARAMETER");
        assertProblem("/api/messages?cursor=nonsense", 400, "INVALID_CURSOR");
        assertProblem("/api/messages?limit=0", 400, "INVALID_PARAMETER");
    }
}
