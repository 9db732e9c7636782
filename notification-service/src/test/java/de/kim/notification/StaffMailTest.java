package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.ClockBreached;
import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.Envelope;
import de.kim.events.LegalBasis;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralsLinked;
import de.kim.events.RoundVerified;
import de.kim.kit.access.Role;
import de.kim.kit.web.FrontDoor;
import de.kim.notification.SampleMailServer.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What offices are told, from an event on Kafka to the mail in their mailbox. */
class StaffMailTest extends Telling {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 3);

    private final String office = "office-" + UUID.randomUUID();
    private final String box = office + "@office.example";

    @AfterEach
    void closeMailbox() {
        post(office, Role.COORDINATOR, "{}");
    }

    private FrontDoor.Reply post(String body, Role role, String json) {
        return FrontDoor.of(port, body, role).post("/api/mailbox", json);
    }

    private void wants(Role role, String news) {
        String json = "{\"address\":\"%s\",\"language\":\"DE\",\"news\":%s}".formatted(box, news);
        assertThat(post(office, role, json).status()).isEqualTo(204);
    }

    private ReferralRequested requested(UUID referralId, String body) {
        LocalDate day = LocalDate.of(2026, 11, 2);
        return new ReferralRequested(
                referralId,
                UUID.randomUUID(),
                body,
                LegalBasis.OBLIGED_JOBCENTER,
                day,
                null,
                day,
                List.of(),
                false,
                "commitment");
    }

    private List<Mail> mails() {
        return MAILS.mailsTo(box);
    }

    private static String text(Mail mail) {
        try {
            return (String) mail.message().getContent();
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mail only() {
        patiently().until(() -> !mails().isEmpty());
        assertThat(mails()).hasSize(1);
        return mails().getFirst();
    }

    /** Everything that is stored was sorted, and nothing is left to plan or to send. */
    private void settled() {
        patiently()
                .until(
                        () ->
                                one(
                                                "select (select count(*) from staff_news where not"
                                                        + " assigned and referral_id = ?)"
                                                        + " + (select count(*) from staff_mail where"
                                                        + " state = 'PLANNED' and body = ?)",
                                                Integer.class,
                                                referral,
                                                office)
                                        == 0);
    }

    @Test
    void a_breach_is_told_to_who_referred_at_once_and_names_nobody() {
        wants(Role.REFERRER, "{}");
        prefers("de", address);
        say(requested(referral, office));
        Envelope breached = say(new ClockBreached(referral, ClockKind.SIX_WEEKS, DUE, null, null));
        publish(breached);

        Mail mail = only();
        assertThat(mail.subject()).isEqualTo("KIM: Eine Frist ist abgelaufen");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(text(mail))
                .contains("Zuweisung " + referral)
                .contains("sechs Wochen bis zum Kursbeginn", "letzter Tag 03.12.2026")
                .contains(VAULT.url() + "/api/worklist")
                .doesNotContain("Aylin", address);
        settled();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void what_comes_once_a_day_comes_in_one_mail_each_item_once() throws SQLException {
        wants(Role.REFERRER, "{\"CLOCK_BREACHED\":\"DIGEST\"}");
        prefers("de", address);
        say(requested(referral, office));
        say(offered());
        say(accepted());
        say(new ClockBreached(referral, ClockKind.ENTITLEMENT_LAPSE, DUE, null, null));
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from staff_item where body = ?",
                                                Integer.class,
                                                office)
                                        == 2);
        assertThat(mails()).isEmpty();
        dayIsOver();

        Mail mail = only();
        assertThat(mail.subject()).isEqualTo("KIM: Der Tag, 2 Neuigkeiten");
        assertThat(text(mail)).contains("Ein Platz wurde angenommen", "Eine Frist ist abgelaufen");
        assertThat(
                        one(
                                "select digest_due > now() from staff_mailbox where body = ?",
                                Boolean.class,
                                office))
                .isTrue();
        dayIsOver();
        patiently()
                .until(
                        () ->
                                one(
                                        "select digest_due > now() from staff_mailbox where body = ?",
                                        Boolean.class,
                                        office));
        assertThat(mails()).as("a day without news has no mail").hasSize(1);
    }

    private void dayIsOver() throws SQLException {
        asOwner(
                "update staff_mailbox set digest_due = now() - interval '1 second' where body = '"
                        + office
                        + "'");
    }

    @Test
    void what_is_not_wanted_is_not_told() {
        wants(Role.REFERRER, "{\"CLOCK_WARNED\":\"NONE\"}");
        say(requested(referral, office));
        say(new ClockWarned(referral, ClockKind.SIX_WEEKS, DUE, null, null));
        say(new ClockBreached(referral, ClockKind.SIX_WEEKS, DUE, null, null));
        assertThat(text(only())).doesNotContain("läuft bald ab");
        settled();
        assertThat(one("select count(*) from staff_item where body = ?", Integer.class, office))
                .isEqualTo(1);
    }

    @Test
    void who_referred_may_be_heard_of_after_what_happened() throws SQLException {
        wants(Role.REFERRER, "{}");
        say(new ClockBreached(referral, ClockKind.SIX_WEEKS, DUE, null, null));
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from staff_news where referral_id = ?"
                                                        + " and audience = 'REFERRER'"
                                                        + " and look_at > heard_at",
                                                Integer.class,
                                                referral)
                                        == 1);
        say(requested(referral, office));
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from heard_referral where referral_id = ?",
                                                Integer.class,
                                                referral)
                                        == 1);
        asOwner("update staff_news set look_at = now() where referral_id = '" + referral + "'");
        assertThat(text(only())).contains(referral.toString());
    }

    @Test
    void both_bodies_of_a_linked_person_are_told() {
        wants(Role.REFERRER, "{}");
        UUID other = UUID.randomUUID();
        say(requested(other, office));
        say(requested(referral, "another-body"));
        say(new ReferralsLinked(other, referral, UUID.randomUUID()));
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from heard_link where referral_id = ?",
                                                Integer.class,
                                                referral)
                                        == 1);
        say(new ClockBreached(referral, ClockKind.SIX_WEEKS, DUE, null, null));
        assertThat(text(only())).contains(referral.toString());
    }

    @Test
    void a_provider_is_told_of_its_places_and_in_english_if_it_likes() {
        say(scheduled());
        prefers("de", address);
        String json =
                "{\"address\":\"%s\",\"language\":\"EN\",\"news\":{\"PLACE_TAKEN\":\"AT_ONCE\"}}";
        String before = "traeger-01";
        assertThat(post(before, Role.PROVIDER, json.formatted(box)).status()).isEqualTo(204);
        say(offered());
        say(accepted());
        Mail mail = only();
        assertThat(mail.subject()).isEqualTo("KIM: A place was taken");
        assertThat(text(mail))
                .contains("course " + course)
                .contains(ALLOCATION.url() + "/api/courses/" + course + "/places");
        assertThat(post(before, Role.PROVIDER, "{}").status()).isEqualTo(204);
    }

    @Test
    void the_coordination_hears_of_a_round_that_failed_and_of_no_other() {
        wants(Role.COORDINATOR, "{}");
        say(new RoundVerified(UUID.randomUUID(), true, null, "digest", 3, 1, List.of()));
        say(new RoundVerified(UUID.randomUUID(), false, null, "digest", 3, 0, List.of()));
        assertThat(only().subject())
                .isEqualTo(
                        "KIM: Eine Verteilrunde bestand die Prüfung nicht: niemand bekam ein Angebot");
    }

    @Test
    void a_person_who_cannot_be_told_is_a_case_for_the_counsellor() {
        wants(Role.REFERRER, "{}");
        say(requested(referral, office));
        say(offered());
        assertThat(text(only())).contains("bitte selbst Bescheid sagen", referral.toString());
        assertThat(states()).containsExactly("FAILED");
    }

    @Test
    void who_asks_for_help_is_a_case_for_the_counsellor() {
        wants(Role.REFERRER, "{}");
        prefers("de", address);
        say(requested(referral, office));
        say(offered());
        Browser page = reads(link(onlyMail()));
        page.send("step=help&lang=de");
        page.send("step=help&lang=de");
        assertThat(text(only())).contains("bittet auf ihrer Seite um Hilfe", referral.toString());
    }

    @Test
    void while_the_mail_server_is_away_nothing_is_lost() {
        wants(Role.REFERRER, "{}");
        say(requested(referral, office));
        MAILS.stop();
        say(new ClockBreached(referral, ClockKind.SIX_WEEKS, DUE, null, null));
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from staff_mail where body = ?"
                                                        + " and trouble = 'MAIL_SERVER'",
                                                Integer.class,
                                                office)
                                        == 1);
        MAILS.start();
        assertThat(text(only())).contains(referral.toString());
    }

    @Test
    void a_mailbox_that_takes_nothing_is_told_and_its_mail_waits_for_a_better_one()
            throws IOException {
        String coordination = "coordination-" + UUID.randomUUID();
        String theirs = coordination + "@office.example";
        post(coordination, Role.COORDINATOR, "{\"address\":\"%s\"}".formatted(theirs));
        wants(Role.REFERRER, "{}");
        say(requested(referral, office));
        say(new ClockBreached(referral, ClockKind.ENTITLEMENT_LAPSE, DUE, null, null));
        Mail mail = only();
        Path report = arrives(new SampleReport("failed", mail.header("Message-ID")).text());
        patiently().until(() -> !Files.exists(report));
        patiently()
                .until(
                        () ->
                                MAILS.mailsTo(theirs).stream()
                                        .anyMatch(told -> text(told).contains("nimmt nichts an")));
        FrontDoor.Reply shown = FrontDoor.of(port, office, Role.REFERRER).get("/api/mailbox");
        assertThat(JsonMapper.shared().readTree(shown.text()).path("failed").asInt()).isEqualTo(1);

        wants(Role.REFERRER, "{}");
        patiently().until(() -> mails().size() == 2);
        assertThat(mails().getLast().header("Message-ID")).isEqualTo(mail.header("Message-ID"));
        post(coordination, Role.COORDINATOR, "{}");
    }

    /** As a mail server delivers into a Maildir: written elsewhere, then moved. */
    private static Path arrives(String text) throws IOException {
        Files.createDirectories(BOUNCES.resolve("tmp"));
        Path unseen = Files.createDirectories(BOUNCES.resolve("new"));
        String name = UUID.randomUUID().toString();
        Path written = Files.writeString(BOUNCES.resolve("tmp").resolve(name), text);
        return Files.move(written, unseen.resolve(name));
    }

    @Test
    void a_body_sees_its_own_mailbox_and_how_each_kind_comes() {
        wants(Role.REFERRER, "{\"STARTED\":\"NONE\"}");
        var own =
                JsonMapper.shared()
                        .readTree(
                                FrontDoor.of(port, office, Role.REFERRER)
                                        .get("/api/mailbox")
                                        .text());
        assertThat(own.path("address").asString("")).isEqualTo(box);
        assertThat(own.at("/news/STARTED").asString("")).isEqualTo("NONE");
        assertThat(own.at("/news/MISSING").asString("")).isEqualTo("AT_ONCE");
        FrontDoor.Reply other = FrontDoor.of(port, "stranger", Role.REFERRER).get("/api/mailbox");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.text()).doesNotContain(box);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"address\":\"\"}",
                "{\"address\":\"no address\"}",
                "{\"address\":\"a@office.example\\r\\nBcc: b@office.example\"}",
                "{\"address\":\"a@office.example\",\"language\":\"FR\"}",
                "{\"address\":\"a@office.example\",\"news\":{\"LUNCH\":\"AT_ONCE\"}}",
                "{\"address\":\"a@office.example\",\"news\":{\"STARTED\":\"LATER\"}}",
                "[]",
                "no json"
            })
    void what_is_no_mailbox_is_refused(String json) {
        assertThat(post(office, Role.REFERRER, json).status()).isEqualTo(400);
        assertThat(FrontDoor.of(port, office, Role.REFERRER).get("/api/mailbox").text())
                .doesNotContain("office.example");
    }
}
