package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import de.kim.notification.read.SmsParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The way over an SMS gateway: from the event to the link, and what the gateway reports. */
class SmsTest extends Telling {
    private static final String POSTAL =
            "\"postalAddress\":{\"street\":\"Musterweg 3\",\"postCode\":\"49124\",\"town\":\"GMH\"},";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String number =
            "+4917139%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000) / 10 * 10);

    @AfterEach
    void back() {
        SMS.isAway(false);
    }

    private void knows(String fields) {
        VAULT.knows(
                referral,
                "{\"name\":\"Aylin Sample\",%s\"preferredLanguage\":\"uk\"}".formatted(fields));
        VAULT.bornOn(referral, "1990-03-27");
    }

    private void hasMobile(String further) {
        knows("\"phone\":\"" + number.replace("+49", "0") + "\"," + further);
    }

    private SampleSmsGateway.Sms onlySms() {
        patiently().until(() -> states().getLast().equals("SENT"));
        assertThat(SMS.to(number)).hasSize(1);
        return SMS.to(number).getFirst();
    }

    @Test
    void who_has_no_mail_address_is_told_by_sms_and_opens_the_link() {
        hasMobile(POSTAL);
        say(offered());
        SampleSmsGateway.Sms sms = onlySms();

        assertThat(column("channel")).containsExactly("EMAIL", "SMS");
        assertThat(states()).containsExactly("SKIPPED", "SENT");
        assertThat(sms.text())
                .startsWith("KIM: Для вас є новина. https://kim.example/m/")
                .endsWith("?lang=uk")
                .doesNotContain("Aylin", referral.toString(), offer.toString());
        assertThat(SmsParts.of(sms.text())).isLessThanOrEqualTo(2);
        assertThat(stored("MessageHistory.Failed")).isZero();

        reads(sms.text().replaceFirst(".*https://kim.example", ""));
        assertThat(states()).containsExactly("SKIPPED", "REACHED");
    }

    @Test
    void an_event_that_comes_twice_is_one_sms() {
        hasMobile("");
        var offered = say(offered());
        publish(offered);
        publish(offered);
        say(accepted());
        patiently()
                .until(
                        () ->
                                states().stream()
                                        .sorted()
                                        .toList()
                                        .equals(List.of("SENT", "SENT", "SKIPPED", "SKIPPED")));
        assertThat(SMS.to(number)).hasSize(2);
    }

    @Test
    void who_wants_sms_gets_it_and_who_has_mail_and_says_nothing_gets_mail() {
        hasMobile("\"email\":\"%s\",".formatted(address));
        say(offered());
        onlyMail();
        assertThat(SMS.to(number)).isEmpty();

        hasMobile("\"email\":\"%s\",\"preferredChannel\":\"SMS\",".formatted(address));
        say(expired());
        onlySms();
        assertThat(states()).containsExactly("SENT", "SKIPPED", "SENT");
        assertThat(MAILS.mailsTo(address)).hasSize(1);
    }

    @Test
    void who_wants_letters_gets_one_without_a_failure() {
        hasMobile("\"email\":\"%s\",\"preferredChannel\":\"LETTER\",".formatted(address) + POSTAL);
        say(offered());
        patiently().until(() -> states().equals(List.of("SKIPPED", "SENT")));
        assertThat(column("channel")).containsExactly("EMAIL", "LETTER");
    }

    @Test
    void when_the_wanted_channel_fails_the_others_follow() throws Exception {
        hasMobile("\"email\":\"%s\",\"preferredChannel\":\"SMS\",".formatted(address) + POSTAL);
        say(offered());
        String id = onlySms().id();
        assertThat(report(id, "FAILED").status()).isEqualTo(204);
        patiently().until(() -> states().equals(List.of("SKIPPED", "FAILED", "SENT")));
        assertThat(column("channel")).containsExactly("EMAIL", "SMS", "EMAIL");
    }

    @Test
    void a_mail_that_is_refused_is_followed_by_an_sms_and_that_by_a_letter() throws Exception {
        hasMobile("\"email\":\"refused@mail.example\"," + POSTAL);
        say(offered());
        String id = onlySms().id();
        assertThat(report(id, "FAILED").status()).isEqualTo(204);
        patiently().until(() -> states().equals(List.of("FAILED", "FAILED", "SENT")));
        assertThat(column("channel")).containsExactly("EMAIL", "SMS", "LETTER");
        assertThat(column("failure")).containsExactly("REFUSED", "BOUNCED", null);

        assertThat(report(id, "FAILED").status()).as("said anew").isEqualTo(204);
        assertThat(states()).hasSize(3);
    }

    @Test
    void a_number_that_the_gateway_refuses_is_followed_by_a_letter() {
        knows("\"phone\":\"0171 3900422\"," + POSTAL);
        say(offered());
        patiently().until(() -> states().equals(List.of("SKIPPED", "FAILED", "SENT")));
        assertThat(column("channel")).containsExactly("EMAIL", "SMS", "LETTER");
    }

    @Test
    void a_landline_gets_no_sms() {
        knows("\"phone\":\"0541 123456\"," + POSTAL);
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(column("channel")).containsExactly("EMAIL", "LETTER");
    }

    @Test
    void while_the_gateway_is_away_nothing_is_lost_and_nothing_twice() {
        hasMobile("");
        SMS.isAway(true);
        say(offered());
        patiently().until(() -> column("trouble").contains("SMS_GATEWAY"));
        SMS.isAway(false);
        onlySms();
        assertThat(stored("MessageHistory.Sent")).isEqualTo(1);
    }

    /** The database refuses what follows the gateway's answer, as in a crash between the two. */
    @Test
    void an_sms_that_was_taken_but_not_recorded_is_not_sent_twice() throws SQLException {
        hasMobile("");
        SMS.isAway(true);
        say(offered());
        patiently().until(() -> column("trouble").contains("SMS_GATEWAY"));
        String id = column("message_id || ''").getLast();
        asOwner("revoke insert on event from " + POSTGRES.user());
        SMS.isAway(false);
        patiently().until(() -> SMS.to(number).size() == 1);
        int asked = SMS.askedFor(id);
        patiently().until(() -> SMS.askedFor(id) > asked);
        asOwner("grant insert on event to " + POSTGRES.user());
        SampleSmsGateway.Sms sms = onlySms();
        assertThat(reads(sms.text().replaceFirst(".*https://kim.example", "")).open().text())
                .contains("Kursplatz");
    }

    @Test
    void delivered_is_shown_and_is_no_reach() throws Exception {
        hasMobile("");
        say(offered());
        String id = onlySms().id();
        assertThat(report(id, "DELIVERED").status()).isEqualTo(204);
        assertThat(report(id, "DELIVERED").status()).isEqualTo(204);
        assertThat(states()).containsExactly("SKIPPED", "SENT");
        assertThat(column("delivered_at is not null || ''")).containsExactly("false", "true");
        assertThat(stored("MessageHistory.Delivered")).isEqualTo(1);
        assertThat(stored("MessageHistory.Reached")).isZero();
        assertThat(
                        json("/api/messages?referralId=" + referral)
                                .at("/items/1/deliveredAt")
                                .isString())
                .isTrue();
    }

    @Test
    void who_opened_the_link_was_told_whatever_the_gateway_says() throws Exception {
        hasMobile(POSTAL);
        say(offered());
        SampleSmsGateway.Sms sms = onlySms();
        reads(sms.text().replaceFirst(".*https://kim.example", ""));
        assertThat(report(sms.id(), "FAILED").status()).isEqualTo(204);
        assertThat(states()).containsExactly("SKIPPED", "REACHED");
    }

    @Test
    void a_report_that_comes_again_as_it_was_is_refused_and_changes_nothing() throws Exception {
        hasMobile(POSTAL);
        say(offered());
        String id = onlySms().id();
        String body = body(id, "DELIVERED", Instant.now().toString());
        String now = Long.toString(Instant.now().getEpochSecond());
        assertThat(send(body, now, SampleSmsGateway.signature(now, body)).status()).isEqualTo(204);
        assertRefused(
                send(body, now, SampleSmsGateway.signature(now, body)), 409, "SMS_REPORT_REPLAYED");
        assertThat(stored("MessageHistory.Delivered")).isEqualTo(1);
    }

    @Test
    void what_is_signed_wrong_or_long_ago_is_refused_and_nothing_stored() throws Exception {
        hasMobile(POSTAL);
        say(offered());
        String body = body(onlySms().id(), "FAILED", Instant.now().toString());
        Instant now = Instant.now();
        String time = Long.toString(now.getEpochSecond());
        String right = SampleSmsGateway.signature(time, body);
        String altered = (right.charAt(0) == 'a' ? "b" : "a") + right.substring(1);
        assertRefused(send(body, time, altered), 401, "SMS_SIGNATURE_WRONG");
        assertRefused(send(body + " ", time, right), 401, "SMS_SIGNATURE_WRONG");
        assertRefused(send(body, time, ""), 401, "SMS_SIGNATURE_WRONG");
        assertRefused(send(body, "soon", right), 401, "SMS_SIGNATURE_WRONG");
        assertRefused(
                send(body, "9".repeat(30), SampleSmsGateway.signature("9".repeat(30), body)),
                401,
                "SMS_SIGNATURE_WRONG");
        for (long seconds : List.of(-400L, 400L)) {
            String other = Long.toString(now.plusSeconds(seconds).getEpochSecond());
            assertRefused(
                    send(body, other, SampleSmsGateway.signature(other, body)),
                    401,
                    "SMS_SIGNATURE_WRONG");
        }
        String later = Long.toString(now.getEpochSecond() + 1);
        assertRefused(send(body, later, right), 401, "SMS_SIGNATURE_WRONG");
        assertThat(states()).containsExactly("SKIPPED", "SENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"id\":\"x\",\"state\":\"FAILED\",\"at\":\"2026-11-23T10:00:00Z\"}",
                "{\"id\":\"ID\",\"state\":\"LOST\",\"at\":\"NOW\"}",
                "{\"id\":\"ID\",\"state\":\"FAILED\",\"at\":\"yesterday\"}",
                "{\"id\":\"ID\",\"state\":\"FAILED\",\"at\":\"+999999999-01-01T00:00:00Z\"}",
                "{\"id\":\"ID\",\"state\":\"FAILED\"}"
            })
    void what_is_no_report_is_refused_and_nothing_stored(String text) throws Exception {
        hasMobile("");
        say(offered());
        String body = text.replace("ID", onlySms().id()).replace("NOW", Instant.now().toString());
        assertRefused(signed(body), 400, "SMS_REPORT_MALFORMED");
        assertThat(states()).containsExactly("SKIPPED", "SENT");
    }

    @Test
    void a_report_on_what_is_no_sms_of_ours_is_refused() throws Exception {
        assertRefused(report(UUID.randomUUID().toString(), "FAILED"), 404, "MESSAGE_NOT_FOUND");
        prefers("de", address);
        say(offered());
        onlyMail();
        String mail = column("message_id || ''").getFirst();
        assertRefused(report(mail, "FAILED"), 404, "MESSAGE_NOT_FOUND");
        assertThat(states()).containsExactly("SENT");
    }

    private static void assertRefused(FrontDoor.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(reply.text()).path("code").asString(""))
                .isEqualTo(code);
    }

    private FrontDoor.Reply report(String id, String state) throws Exception {
        return signed(body(id, state, Instant.now().toString()));
    }

    private static String body(String id, String state, String at) {
        return "{\"id\":\"%s\",\"state\":\"%s\",\"at\":\"%s\"}".formatted(id, state, at);
    }

    private FrontDoor.Reply signed(String body) throws Exception {
        String now = Long.toString(Instant.now().getEpochSecond());
        return send(body, now, SampleSmsGateway.signature(now, body));
    }

    private FrontDoor.Reply send(String body, String time, String signature)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/sms/reports"))
                                .header("Content-Type", "application/json")
                                .header("Kim-Time", time)
                                .header("Kim-Signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new FrontDoor.Reply(answer);
    }
}
