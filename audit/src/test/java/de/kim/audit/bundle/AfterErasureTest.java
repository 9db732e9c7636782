package de.kim.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.events.PersonErased;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.CourseResult;
import de.kim.rules.KeptInput;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is erased: what is left still proves everything that it proved of everybody else. */
class AfterErasureTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final RoundInput INPUT = Story.input(1, 4);
    private static final RoundOutcome OUTCOME = ClearingRound.decide(INPUT);
    private static final UUID ERASED = Story.id(2);

    @TempDir private Path folder;

    @Test
    void the_bundle_still_verifies_and_says_what_it_cannot_say() throws IOException {
        Story story = erased(OUTCOME);
        AuditResult result = verify(story);
        assertThat(result.ok()).as(result.toString()).isTrue();
        assertThat(property(result, "round-inputs"))
                .isEqualTo(
                        new Property(
                                "round-inputs",
                                Verdict.OK,
                                "1 inputs are those that were committed to;"
                                        + " 1 of 4 people erased: their leaves are known by hash only"));
        assertThat(property(result, "round-outcomes"))
                .isEqualTo(
                        new Property(
                                "round-outcomes",
                                Verdict.OK,
                                "no round of which everybody's data are kept"));
        assertThat(property(result, "round-outcomes-among-kept"))
                .isEqualTo(
                        new Property(
                                "round-outcomes-among-kept",
                                Verdict.OK,
                                "1 rounds with erased people hold among all others,"
                                        + " and give the 7 decisions and offers told"));
        assertThat(property(result, "round-outcomes-of-erased"))
                .isEqualTo(
                        new Property(
                                "round-outcomes-of-erased",
                                Verdict.NOT_CHECKABLE,
                                "round %s: what the rules give 1 erased people, and before whom they stood"
                                        .formatted(Story.ROUND)));
        String inputs = new String(story.entries.get(Bundle.INPUTS), StandardCharsets.UTF_8);
        assertThat(inputs).doesNotContain(Story.id(5002).toString()).doesNotContain("2".repeat(64));
    }

    @Test
    void everybody_may_be_erased() throws IOException {
        Story story = Story.ofAQuarter();
        KeptInput kept = KeptInput.of(INPUT);
        for (int person = 1; person <= 4; person++) {
            story.say(new PersonErased(Story.id(person), DAY));
            kept = kept.without(Story.id(person));
        }
        story.writtenWithInputs().inputs(Story.line(Story.ROUND, kept, OUTCOME));
        assertThat(verify(story).ok()).isTrue();
    }

    @Test
    void somebody_who_is_said_to_be_erased_and_is_not_hides_nothing_unnoticed() throws IOException {
        Story story = Story.ofAQuarter().writtenWithInputs();
        story.inputs(Story.line(Story.ROUND, KeptInput.of(INPUT).without(ERASED), OUTCOME));
        assertThat(property(verify(story), "round-inputs"))
                .isEqualTo(
                        new Property(
                                "round-inputs",
                                Verdict.NOT_CHECKABLE,
                                "round %s: referral %s is said to be erased, and no event tells so"
                                        .formatted(Story.ROUND, ERASED)));
    }

    @Test
    void another_leaf_in_the_place_of_the_erased_one_is_found() throws IOException {
        Story story = erased(OUTCOME);
        String line = new String(story.entries.get(Bundle.INPUTS), StandardCharsets.UTF_8);
        String bent = line.replaceFirst("leaf=[0-9a-f]{4}", "leaf=0123");
        assertThat(bent).isNotEqualTo(line);
        story.entries.put(Bundle.INPUTS, bent.getBytes(StandardCharsets.UTF_8));
        assertThat(property(verify(story), "round-inputs").detail()).contains("has the digest");
    }

    @Test
    void an_outcome_that_was_not_told_is_found() throws IOException {
        Story story =
                erased(
                        new RoundOutcome(
                                1,
                                INPUT.digest(),
                                OUTCOME.assignments().subList(0, 2),
                                OUTCOME.courses()));
        Property among = property(verify(story), "round-outcomes-among-kept");
        assertThat(among.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(among.detail()).contains("the outcome has the digest");
    }

    /** The one who erases and decided wrongly has the key, and told everybody consistently. */
    @Test
    void somebody_overtaken_before_the_erasure_is_still_found() throws IOException {
        UUID course = Story.id(1000);
        RoundOutcome wrong =
                new RoundOutcome(
                        1,
                        INPUT.digest(),
                        List.of(
                                new Assignment(Story.id(2), course, 1),
                                new Assignment(Story.id(3), course, 1),
                                new Assignment(Story.id(4), course, 1)),
                        List.of(new CourseResult(course, 3, 3, 4, 4)));
        Story story = Story.ofARoundWith(wrong);
        story.say(new PersonErased(ERASED, DAY));
        story.writtenWithInputs();
        story.inputs(Story.line(Story.ROUND, KeptInput.of(INPUT).without(ERASED), wrong));
        Property among = property(verify(story), "round-outcomes-among-kept");
        assertThat(among.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(among.detail()).contains("no-justified-envy");
    }

    @Test
    void the_receipt_of_somebody_else_is_as_good_as_before() throws IOException {
        Story story = Story.ofAQuarter();
        UUID other = Story.id(3);
        byte[] kept = KeptInput.of(INPUT).without(ERASED).canonicalBytes();
        Path file = folder.resolve("receipt.json");
        Files.write(file, story.receipt(other, kept).write());
        AuditResult result = ReceiptVerifier.verify(file, List.of(Story.KEY.publicLine()));
        assertThat(result.ok()).isTrue();
        assertThat(property(result, "round-input").verdict())
                .as(result.toString())
                .isEqualTo(Verdict.OK);

        Files.write(file, story.receipt(ERASED, kept).write());
        result = ReceiptVerifier.verify(file, List.of(Story.KEY.publicLine()));
        assertThat(result.ok()).isTrue();
        assertThat(property(result, "round-input").verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(property(result, "decision").verdict()).isEqualTo(Verdict.OK);
    }

    private static Story erased(RoundOutcome outcome) {
        Story story = Story.ofAQuarter();
        story.say(new PersonErased(ERASED, DAY));
        story.writtenWithInputs();
        story.inputs(Story.line(Story.ROUND, KeptInput.of(INPUT).without(ERASED), outcome));
        return story;
    }

    private AuditResult verify(Story story) throws IOException {
        return BundleVerifier.verify(story.zip(folder), List.of(Story.KEY.publicLine()));
    }

    private static Property property(AuditResult result, String name) {
        return result.properties().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
