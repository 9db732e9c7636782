package de.kim.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.note.SigningKey;
import de.kim.events.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One decision is proven to whoever it is about, and shows nobody else. */
class ReceiptVerifierTest {
    private static final UUID PLACED = Story.id(2);
    private static final UUID WAITS = Story.id(4);

    @TempDir private Path folder;

    @Test
    void a_place_is_proven_as_far_as_one_person_can() throws IOException {
        AuditResult result = verify(Story.ofAQuarter().receipt(PLACED).write());
        assertThat(result.ok()).as(result.toString()).isTrue();
        assertThat(result.properties().stream().map(Property::name))
                .containsExactlyElementsOf(ReceiptVerifier.PROPERTIES);
        assertThat(
                        result.properties().stream()
                                .filter(it -> it.verdict() != Verdict.OK)
                                .map(Property::name))
                .containsExactly("cut-offs");
        assertThat(property(result, "decision").detail())
                .isEqualTo(
                        "course %s is the best one whose cut-off is met".formatted(Story.id(1000)));
    }

    @Test
    void waiting_is_proven_too() throws IOException {
        AuditResult result = verify(Story.ofAQuarter().receipt(WAITS).write());
        assertThat(result.ok()).as(result.toString()).isTrue();
        assertThat(property(result, "decision").detail())
                .isEqualTo("no course has a cut-off that is met");
    }

    @Test
    void it_shows_nobody_else() {
        String text =
                new String(Story.ofAQuarter().receipt(PLACED).write(), StandardCharsets.UTF_8);
        assertThat(text).contains(PLACED.toString(), Story.id(5002).toString());
        for (int other : new int[] {1, 3, 4}) {
            assertThat(text)
                    .doesNotContain(Story.id(other).toString())
                    .doesNotContain(Story.id(5000 + other).toString())
                    .doesNotContain(Integer.toString(other).repeat(64));
        }
    }

    @Test
    void without_the_input_the_rest_is_proven() throws IOException {
        Receipt whole = Story.ofAQuarter().receipt(PLACED);
        AuditResult result = verify(with(whole, null).write());
        assertThat(result.ok()).isTrue();
        assertThat(property(result, "own-input").verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(property(result, "inclusion").verdict()).isEqualTo(Verdict.OK);
    }

    static Stream<Arguments> frauds() {
        Story story = Story.ofAQuarter();
        Receipt honest = story.receipt(PLACED);
        return Stream.of(
                fraud(
                        "a letter of the decision changed",
                        text(honest).replace("OFFERED", "WAITING"),
                        "inclusion",
                        "the decision does not stand in what was signed"),
                fraud(
                        "the decision on somebody else",
                        text(
                                new Receipt(
                                        honest.format(),
                                        PLACED,
                                        honest.keys(),
                                        honest.checkpoint(),
                                        story.receipt(WAITS).decision(),
                                        honest.verified(),
                                        honest.rulebook(),
                                        honest.input(),
                                        honest.proof())),
                        "decision",
                        "are not a decision of this referral, its round and its rules"),
                fraud(
                        "another index",
                        text(honest)
                                .replace(
                                        "\"index\":" + honest.decision().index(),
                                        "\"index\":" + (honest.decision().index() - 1)),
                        "inclusion",
                        "the decision does not stand"),
                fraud(
                        "a checkpoint of a foreign key",
                        text(
                                new Receipt(
                                        honest.format(),
                                        PLACED,
                                        honest.keys(),
                                        story.checkpoint(SigningKey.fresh("kim-ledger")),
                                        honest.decision(),
                                        honest.verified(),
                                        honest.rulebook(),
                                        honest.input(),
                                        honest.proof())),
                        "checkpoint",
                        "no key of this ledger has signed"),
                fraud(
                        "attributes under which the course was closed",
                        text(honest)
                                .replace(
                                        "childcare=false accessibility",
                                        "childcare=true accessibility"),
                        "own-input",
                        "is not open to this person"),
                fraud(
                        "other rules than were published",
                        text(honest).replace("radius-km=25", "radius-km=99"),
                        "own-input",
                        "are not those of rulebook 1 as published"),
                fraud(
                        "attributes that the round did not rest on",
                        text(honest).replace("age=FROM_27_TO_39", "age=FROM_40_TO_59"),
                        "round-input",
                        "is not part of what the round committed to"),
                fraud(
                        "a course that the round did not have",
                        text(honest).replace("open=true free=3", "open=true free=2"),
                        "round-input",
                        "is not part of what the round committed to"),
                fraud(
                        "a proof of another part",
                        text(honest).replace("\"own\":[{\"index\":3", "\"own\":[{\"index\":4"),
                        "round-input",
                        "is not part of what the round committed to"),
                fraud(
                        "an input of everybody",
                        text(
                                with(
                                        honest,
                                        new String(
                                                Story.input(1, 4).canonicalBytes(),
                                                StandardCharsets.UTF_8))),
                        "own-input",
                        "not of this person alone"),
                fraud(
                        "an input that is none",
                        text(with(honest, "person")),
                        "own-input",
                        "NOT_CANONICAL"),
                fraud(
                        "a place beyond the cut-off, by who has the key",
                        text(decided(WAITS, Outcome.OFFERED, 4)),
                        "decision",
                        "is not the best one whose cut-off is met"),
                fraud(
                        "told to wait within the cut-off, by who has the key",
                        text(decided(WAITS, Outcome.WAITING, 2)),
                        "decision",
                        "told to wait, although the cut-off"),
                fraud("nothing", "", "container", "no receipt"),
                fraud("null", "null", "container", "no whole"),
                fraud("a list", "[]", "container", "no receipt"),
                fraud(
                        "without a decision",
                        "{\"format\":\"kim-decision-receipt 2\"}",
                        "container",
                        "no receipt"),
                fraud(
                        "cut off",
                        text(honest).substring(0, text(honest).length() - 20),
                        "container",
                        "no receipt"),
                fraud(
                        "another format",
                        text(honest).replace("receipt 2", "receipt 9"),
                        "container",
                        "no whole"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frauds")
    void what_was_bent_is_named(String name, String receipt, String property, String detail)
            throws IOException {
        AuditResult result = verify(receipt.getBytes(StandardCharsets.UTF_8));
        assertThat(result.ok()).isFalse();
        assertThat(property(result, property).verdict())
                .as(result.toString())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(property(result, property).detail()).contains(detail);
        assertThat(result.properties().stream().map(Property::name))
                .containsExactlyElementsOf(ReceiptVerifier.PROPERTIES);
        assertThat(result.toString()).doesNotContain("Exception");
    }

    @Test
    void no_changed_byte_ends_in_anything_but_an_answer() throws IOException {
        byte[] whole = Story.ofAQuarter().receipt(PLACED).write();
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x15;
            assertThat(verify(changed).properties()).hasSize(ReceiptVerifier.PROPERTIES.size());
        }
    }

    private static Receipt decided(UUID referral, Outcome outcome, int rank) {
        Story story = Story.ofAQuarter();
        story.say(Story.decided(referral, outcome, rank));
        return story.receipt(referral);
    }

    private static Receipt with(Receipt receipt, @Nullable String input) {
        return new Receipt(
                receipt.format(),
                receipt.referralId(),
                receipt.keys(),
                receipt.checkpoint(),
                receipt.decision(),
                receipt.verified(),
                receipt.rulebook(),
                input,
                input == null ? null : receipt.proof());
    }

    private static String text(Receipt receipt) {
        return new String(receipt.write(), StandardCharsets.UTF_8);
    }

    private static Arguments fraud(String name, String receipt, String property, String detail) {
        return arguments(name, receipt, property, detail);
    }

    private AuditResult verify(byte[] receipt) throws IOException {
        Path file = Files.write(folder.resolve("receipt.json"), receipt);
        return ReceiptVerifier.verify(file, List.of(Story.KEY.publicLine()));
    }

    private static Property property(AuditResult result, String name) {
        return result.properties().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
