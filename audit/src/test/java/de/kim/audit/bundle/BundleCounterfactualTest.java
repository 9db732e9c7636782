package de.kim.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.audit.bundle.BundleCounterfactual.LeftOut;
import de.kim.audit.bundle.BundleCounterfactual.Result;
import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Rulebook;
import de.kim.rules.Rulebooks;
import de.kim.rules.counterfactual.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rounds of a bundle under other rules. */
class BundleCounterfactualTest {
    @TempDir private Path folder;

    private static Rulebook withinKilometres(int radius) {
        Rulebook first = Rulebooks.FIRST;
        return new Rulebook(
                2,
                1,
                first.courseTypes(),
                first.legalBases(),
                radius,
                first.offerPeriodWorkingDays(),
                first.unreachedWorkingDays(),
                first.refillDaysBeforeStart(),
                first.lateEntryUe(),
                first.registrationToStartDays());
    }

    @Test
    void rules_that_decide_the_same_change_nobody() throws IOException {
        Path bundle = Story.ofAQuarter().writtenWithInputs().zip(folder);
        Result result = BundleCounterfactual.of(bundle, withinKilometres(30));
        assertThat(result.quarter()).isEqualTo("2026Q4");
        assertThat(result.rulebook()).isEqualTo(2);
        assertThat(result.summary().rounds()).isEqualTo(1);
        assertThat(result.summary().effects()).containsEntry(Effect.SAME, 4L);
        assertThat(result.summary().then()).isEqualTo(result.summary().otherwise());
        assertThat(result.summary().then().places()).isEqualTo(3);
        assertThat(result.leftOut()).isEmpty();
        assertThat(result.limits()).isNotEmpty();
    }

    @Test
    void rules_that_decide_otherwise_are_told_person_by_person() throws IOException {
        Path bundle = Story.ofAQuarter().writtenWithInputs().zip(folder);
        Result result = BundleCounterfactual.of(bundle, withoutGeneralCourses());
        assertThat(result.summary().effects()).containsEntry(Effect.LOST, 3L);
        assertThat(result.rounds().getFirst().changed())
                .allSatisfy(person -> assertThat(person.otherwise()).isNull())
                .extracting(person -> person.referralId())
                .containsExactly(Story.id(1), Story.id(2), Story.id(3));
        assertThat(result.summary().otherwise().emptySeats()).isEqualTo(3);
    }

    @Test
    void an_input_that_is_gone_or_another_is_left_out() throws IOException {
        Story gone = Story.ofAQuarter().writtenWithInputs();
        gone.inputs(new InputLine(Story.ROUND, null, null));
        assertThat(BundleCounterfactual.of(gone.zip(folder), Rulebooks.FIRST).leftOut())
                .containsExactly(new LeftOut(Story.ROUND, "its input is not kept any more"));
        Story other = Story.ofAQuarter().writtenWithInputs();
        other.inputs(Story.line(Story.ROUND, Story.input(1, 3)));
        assertThat(BundleCounterfactual.of(other.zip(folder), Rulebooks.FIRST).leftOut())
                .containsExactly(
                        new LeftOut(Story.ROUND, "its input is not the one it committed to"));
        Story none = Story.ofAQuarter().writtenWithInputs();
        none.inputs();
        assertThat(BundleCounterfactual.of(none.zip(folder), Rulebooks.FIRST).leftOut())
                .containsExactly(new LeftOut(Story.ROUND, "its input is not in the bundle"));
    }

    @Test
    void a_bundle_without_inputs_is_refused_in_a_sentence() {
        Path bundle = Story.ofAQuarter().written().zip(folder);
        assertThatThrownBy(() -> BundleCounterfactual.of(bundle, Rulebooks.FIRST))
                .isInstanceOf(IOException.class)
                .hasMessage("the bundle has no inputs of rounds to decide on");
    }

    @Test
    void a_rulebook_is_read_as_it_is_published_proposed_or_alone() {
        String rules =
                new String(
                        BundleJson.MAPPER.writeValueAsBytes(Rulebooks.FIRST),
                        StandardCharsets.UTF_8);
        assertThat(read(rules)).isEqualTo(Rulebooks.FIRST);
        assertThat(read("{\"inForce\":true,\"rulebook\":%s}".formatted(rules)))
                .isEqualTo(Rulebooks.FIRST);
        assertThat(read(rules.replace("\"version\":1,", "")).version()).isZero();
        for (String wrong :
                new String[] {
                    "",
                    "[]",
                    "{",
                    "null",
                    rules.replace("\"radiusKm\":25,", ""),
                    rules.replace("\"radiusKm\"", "\"radius\""),
                    rules.replace("GENERAL", "GENERIC"),
                    BundleJson.MAPPER.writeValueAsString(Map.of("rulebook", Map.of("version", 1)))
                }) {
            assertThatThrownBy(() -> read(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Rulebook read(String json) {
        return RulebookFile.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** General courses have ended: the course of the story takes nobody. */
    private static Rulebook withoutGeneralCourses() {
        Rulebook first = Rulebooks.FIRST;
        return new Rulebook(
                3,
                1,
                first.courseTypes().stream()
                        .map(rule -> rule.type() == CourseType.GENERAL ? ended(rule) : rule)
                        .toList(),
                first.legalBases(),
                first.radiusKm(),
                first.offerPeriodWorkingDays(),
                first.unreachedWorkingDays(),
                first.refillDaysBeforeStart(),
                first.lateEntryUe(),
                first.registrationToStartDays());
    }

    private static CourseTypeRule ended(CourseTypeRule rule) {
        return new CourseTypeRule(
                rule.type(),
                rule.sections(),
                rule.maxGroup(),
                rule.minGroup(),
                rule.begunFrom(),
                LocalDate.of(2025, 5, 1),
                rule.underAge());
    }
}
