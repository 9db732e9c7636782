package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.DataClass;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.kit.web.FrontDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a mail that cannot be sent to the letter that counts as arrived. */
class LetterTest extends Telling {
    private static final Pattern LINK =
            Pattern.compile("https://kim\\.example(/m/[A-Za-z0-9_-]{22}\\?lang=[a-z]{2})");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Test
    void whoever_has_no_mail_address_gets_a_letter() throws IOException {
        livesSomewhere("de", "");
        say(scheduled());
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from heard_course where course_id = ?",
                                                Integer.class,
                                                course)
                                        == 1);
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(column("channel")).containsExactly("EMAIL", "LETTER");
        assertThat(column("kind")).containsExactly("OFFER", "OFFER");
        assertThat(text(letter()))
                .contains("Aylin Sample", "Musterweg 3", "49124 Georgsmarienhütte")
                .contains("Wir haben einen Kursplatz für Sie", "Alphabetisierungskurs");
        assertThat(stored("MessageHistory.Sent")).isEqualTo(1);
        assertThat(stored("MessageHistory.Reached")).isZero();
    }

    @Test
    void when_the_mail_server_refuses_for_good_a_letter_follows() {
        livesSomewhere("ar", "\"email\":\"refused@mail.example\",");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(column("failure")).containsExactly("REFUSED", null);
    }

    @Test
    void an_event_that_comes_twice_is_one_letter() throws IOException {
        livesSomewhere("tr", "");
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
                                        .equals(List.of("FAILED", "FAILED", "SENT", "SENT")));
        assertThat(letters()).hasSize(2);
    }

    /** The database refuses what follows the writing, as in a crash between the two. */
    @Test
    void a_letter_that_was_written_but_not_recorded_stays_as_it_lies()
            throws SQLException, IOException {
        livesSomewhere("de", "");
        Path aside = blockFolder();
        say(offered());
        patiently().until(() -> column("trouble").contains("POST_FOLDER"));
        asOwner("revoke insert on event from " + POSTGRES.user());
        openFolder(aside);
        patiently().until(() -> letters().size() == 1);
        byte[] written = Files.readAllBytes(letter());
        int attempts = attempts();
        patiently().until(() -> attempts() > attempts);
        asOwner("grant insert on event to " + POSTGRES.user());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(Files.readAllBytes(letter())).isEqualTo(written);
        assertThat(stored("MessageHistory.Sent")).isEqualTo(1);
    }

    @Test
    void while_the_folder_cannot_be_written_the_letter_waits() throws IOException {
        livesSomewhere("de", "");
        Path aside = blockFolder();
        say(offered());
        patiently().until(() -> column("trouble").contains("POST_FOLDER"));
        openFolder(aside);
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
    }

    @Test
    void four_days_after_posting_it_counts_as_arrived() throws IOException, SQLException {
        livesSomewhere("de", "");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(posted(TODAY).status()).isEqualTo(204);
        assertThat(posted(TODAY).status()).as("said twice").isEqualTo(204);
        assertThat(stored("MessageHistory.Posted")).isEqualTo(1);
        patiently().until(() -> letters().isEmpty());
        assertThat(states()).containsExactly("FAILED", "SENT");
        asOwner(
                "update message set posted_on = posted_on - 4 where message_id = '%s'"
                        .formatted(letterId()));
        patiently().until(() -> states().equals(List.of("FAILED", "REACHED")));
        assertThat(stored("MessageHistory.Reached")).isEqualTo(1);
        assertThat(
                        one(
                                "select convert_from(payload, 'UTF8') from event"
                                        + " where type = 'MessageHistory.Reached'"
                                        + " and aggregate_id = ?",
                                String.class,
                                letterId()))
                .contains("POST_FICTION");
        assertThat(posted(TODAY).status()).as("the same again").isEqualTo(204);
        assertThat(posted(TODAY.minusDays(1)).code()).isEqualTo("LETTER_NOT_WAITING");
    }

    @Test
    void a_letter_that_comes_back_after_its_fourth_day_has_reached_nobody()
            throws IOException, SQLException {
        livesSomewhere("de", "");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(posted(TODAY).status()).isEqualTo(204);
        asOwner(
                "update message set posted_on = posted_on - 4 where message_id = '%s'"
                        .formatted(letterId()));
        patiently().until(() -> states().equals(List.of("FAILED", "REACHED")));
        assertThat(returned(letterId()).status()).isEqualTo(204);
        assertThat(returned(letterId()).status()).as("said twice").isEqualTo(204);
        assertThat(states()).containsExactly("FAILED", "FAILED");
        assertThat(stored("MessageHistory.Failed")).isEqualTo(2);
        assertThat(
                        one(
                                "select count(*) from staff_news where referral_id = ?"
                                        + " and kind = 'UNDELIVERABLE'",
                                Integer.class,
                                referral))
                .isEqualTo(2);
        assertThat(returned(column("message_id || ''").getFirst()).code())
                .isEqualTo("LETTER_NOT_WAITING");
        assertThat(returned(UUID.randomUUID().toString()).code()).isEqualTo("MESSAGE_NOT_FOUND");
    }

    private FrontDoor.Reply returned(String id) {
        return door.post("/api/messages/" + id + "/returned", "{}", key());
    }

    @Test
    void the_link_in_a_letter_is_proof_before_the_four_days_are_over() throws IOException {
        livesSomewhere("de", "");
        VAULT.bornOn(referral, "1990-03-27");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        Matcher link = LINK.matcher(text(letter()).replaceAll("\\s", ""));
        assertThat(link.find()).isTrue();
        reads(String.valueOf(link.group(1)));
        assertThat(states()).containsExactly("FAILED", "REACHED");
    }

    @Test
    void after_erasure_no_letter_lies_there() {
        livesSomewhere("de", "");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(letters()).hasSize(1);
        say(new PersonErased(referral, TODAY));
        patiently().until(() -> letters().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTACT", "ATTRIBUTES"})
    void after_the_contact_was_deleted_no_letter_lies_there(DataClass deleted) {
        livesSomewhere("de", "");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        say(new PersonalDataDeleted(referral, List.of(deleted), TODAY));
        say(new PersonErased(UUID.randomUUID(), TODAY));
        if (deleted == DataClass.CONTACT) {
            patiently().until(() -> letters().isEmpty());
        } else {
            assertThat(letters()).hasSize(1);
        }
    }

    @Test
    void what_was_never_a_letter_or_cannot_be_is_refused() {
        livesSomewhere("de", "");
        say(offered());
        patiently().until(() -> states().equals(List.of("FAILED", "SENT")));
        assertThat(posted(TODAY.plusDays(1)).code()).isEqualTo("POSTED_ON_OUT_OF_RANGE");
        assertThat(posted(TODAY.minusDays(1)).code()).isEqualTo("POSTED_ON_OUT_OF_RANGE");
        assertThat(posted(column("message_id || ''").getFirst(), TODAY).code())
                .isEqualTo("LETTER_NOT_WAITING");
        assertThat(posted(UUID.randomUUID().toString(), TODAY).code())
                .isEqualTo("MESSAGE_NOT_FOUND");
        assertThat(door.post("/api/messages/" + letterId() + "/posted", "{}", key()).status())
                .isEqualTo(400);
    }

    /** A file stands in its place. */
    private static Path blockFolder() throws IOException {
        Path aside = POST.resolveSibling("aside");
        Files.createDirectories(POST);
        Files.move(POST, aside);
        Files.createFile(POST);
        return aside;
    }

    private static void openFolder(Path aside) throws IOException {
        Files.delete(POST);
        Files.move(aside, POST);
    }

    private int attempts() {
        return one(
                "select attempts from message where channel = 'LETTER' and referral_id = ?",
                Integer.class,
                referral);
    }

    private void livesSomewhere(String language, String more) {
        VAULT.knows(
                referral,
                """
                {"name":"Aylin Sample",%s"preferredLanguage":"%s","postalAddress":
                {"street":"Musterweg 3","postCode":"49124","town":"Georgsmarienhütte"}}"""
                        .formatted(more, language));
    }

    private FrontDoor.Reply posted(LocalDate day) {
        return posted(letterId(), day);
    }

    private FrontDoor.Reply posted(String messageId, LocalDate day) {
        return door.post(
                "/api/messages/" + messageId + "/posted",
                "{\"postedOn\":\"%s\"}".formatted(day),
                key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String letterId() {
        return column("message_id || ''").getLast();
    }

    private Path letter() {
        return POST.resolve(letterId() + ".pdf");
    }

    /** Those to this person. */
    private List<Path> letters() {
        return column("message_id || ''").stream()
                .map(id -> POST.resolve(id + ".pdf"))
                .filter(Files::exists)
                .toList();
    }

    private static String text(Path letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
