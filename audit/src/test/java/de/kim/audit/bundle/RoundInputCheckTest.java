package de.kim.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.bundle.BundleCompletion.Completed;
import de.kim.events.AllocationDecided;
import de.kim.events.CourseReason;
import de.kim.events.Outcome;
import de.kim.events.OverrideGranted;
import de.kim.events.PlaceOffered;
import de.kim.events.RoundKind;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.KeptInput;
import de.kim.rules.RoundInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every round is decided again from its input, and whoever bent one is found. */
class RoundInputCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate STARTS = LocalDate.of(2026, 11, 2);
    private static final UUID COURSE = Story.id(1000);
    private static final UUID SECOND = Story.id(2001);

    @TempDir private Path folder;

    @Test
    void an_honest_round_is_decided_again() throws IOException {
        AuditResult result = verify(Story.ofAQuarter().writtenWithInputs());
        assertThat(result.ok()).as(result.toString()).isTrue();
        assertThat(property(result, "round-inputs"))
                .isEqualTo(
                        new Property(
                                "round-inputs",
                                Verdict.OK,
                                "1 inputs are those that were committed to"));
        assertThat(property(result, "round-outcomes"))
                .isEqualTo(
                        new Property(
                                "round-outcomes",
                                Verdict.OK,
                                "1 rounds decided again give the 7 decisions and offers told"));
        assertThat(property(result, "container").detail()).isEqualTo("kim-audit-bundle 3");
    }

    @Test
    void a_bundle_as_the_server_writes_it_is_completed_round_by_round() throws IOException {
        Story story = Story.ofAQuarter().written();
        Path completed = folder.resolve("completed.zip");
        Completed count;
        try (OutputStream out = Files.newOutputStream(completed)) {
            count = BundleCompletion.complete(story.zip(folder), out, kept(story.inputs));
        }
        assertThat(count).isEqualTo(new Completed(1, 0));
        AuditResult result = BundleVerifier.verify(completed, List.of(Story.KEY.publicLine()));
        assertThat(result.ok()).as(result.toString()).isTrue();
        assertThat(property(result, "round-outcomes").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void a_bundle_is_completed_even_when_an_input_is_gone() throws IOException {
        Story story = Story.ofAQuarter().written();
        Path completed = folder.resolve("completed.zip");
        try (OutputStream out = Files.newOutputStream(completed)) {
            assertThat(BundleCompletion.complete(story.zip(folder), out, kept(Map.of())))
                    .isEqualTo(new Completed(1, 1));
        }
        AuditResult result = BundleVerifier.verify(completed, List.of(Story.KEY.publicLine()));
        assertThat(result.ok()).isTrue();
        assertThat(property(result, "round-inputs").verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(property(result, "round-inputs").detail()).contains("no event tells why");
    }

    private static BundleCompletion.Inputs kept(Map<UUID, RoundInput> inputs) {
        return new BundleCompletion.Inputs() {
            @Override
            public Optional<byte[]> of(UUID round) {
                return Optional.ofNullable(inputs.get(round)).map(RoundInput::canonicalBytes);
            }

            @Override
            public Optional<byte[]> outcomeOf(UUID round) {
                return Optional.ofNullable(inputs.get(round))
                        .map(input -> ClearingRound.decide(input).canonicalBytes());
            }
        };
    }

    @Test
    void without_an_input_ranks_and_cut_offs_are_still_checked() throws IOException {
        Story story = Story.ofAQuarter().writtenWithInputs();
        story.inputs(new InputLine(Story.ROUND, null, null));
        AuditResult result = verify(story);
        assertThat(result.ok()).isTrue();
        assertThat(property(result, "rounds").verdict()).isEqualTo(Verdict.OK);
        assertThat(property(result, "round-inputs"))
                .isEqualTo(
                        new Property(
                                "round-inputs",
                                Verdict.NOT_CHECKABLE,
                                "round %s: the input is said not to be kept, and no event tells why"
                                        .formatted(Story.ROUND)));
        assertThat(property(result, "round-outcomes").verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
    }

    @Test
    void a_round_that_was_interrupted_told_only_the_reason_of_the_offer() throws IOException {
        Story story = Story.ofAQuarter();
        round(story, Story.input(4, 4), null);
        story.say(
                new AllocationDecided(
                        Story.id(4),
                        SECOND,
                        Outcome.OFFERED,
                        COURSE,
                        1,
                        List.of(new CourseReason(COURSE, List.of(), 1, null))));
        AuditResult result = verify(story.writtenWithInputs());
        assertThat(property(result, "round-outcomes").verdict())
                .as(result.toString())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void a_place_out_of_turn_is_decided_again_with_the_override_that_gives_it() throws IOException {
        Story story = Story.ofAQuarter();
        outOfTurn(story, true);
        AuditResult result = verify(story.writtenWithInputs());
        assertThat(property(result, "round-inputs").verdict())
                .as(result.toString())
                .isEqualTo(Verdict.OK);
        assertThat(property(result, "round-outcomes").verdict())
                .as(result.toString())
                .isEqualTo(Verdict.OK);
        assertThat(property(result, "rounds").verdict()).isEqualTo(Verdict.OK);
    }

    private static void outOfTurn(Story story, boolean granted) {
        UUID person = Story.id(4);
        round(story, Story.input(4, 4).with(new Assignment(person, COURSE, 1)), null);
        if (granted) {
            story.say(
                    new OverrideGranted(
                            person, SECOND, COURSE, "EARLIER_MISTAKE", "koordination", List.of()));
        }
        story.say(
                new AllocationDecided(
                        person,
                        SECOND,
                        Outcome.OFFERED,
                        COURSE,
                        1,
                        List.of(new CourseReason(COURSE, List.of(), null, null))));
        story.say(
                new PlaceOffered(person, Story.id(300), SECOND, COURSE, 1, STARTS, Instant.EPOCH));
    }

    static Stream<Arguments> frauds() {
        return Stream.of(
                fraud(
                        "a place out of turn that nobody granted, by who has the key",
                        story -> {
                            outOfTurn(story, false);
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "referral %s got a place out of turn, and no override was granted"
                                .formatted(Story.id(4))),
                fraud(
                        "an override beside a round that did not rest on it, by who has the key",
                        story -> {
                            round(story, Story.input(4, 4), null);
                            story.say(
                                    new OverrideGranted(
                                            Story.id(4),
                                            SECOND,
                                            COURSE,
                                            "EARLIER_MISTAKE",
                                            "koordination",
                                            List.of()));
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "was granted to referral %s, and the input has no place for it"
                                .formatted(Story.id(4))),
                fraud(
                        "the input of another round",
                        story -> story.inputs(Story.line(Story.ROUND, Story.input(1, 3))),
                        "round-inputs",
                        "committed to was " + Story.input(1, 4).digest()),
                fraud(
                        "one letter of the input changed",
                        story ->
                                story.entries.put(
                                        Bundle.INPUTS,
                                        new String(
                                                        story.entries.get(Bundle.INPUTS),
                                                        StandardCharsets.UTF_8)
                                                .replaceFirst("FEMALE", "MALE")
                                                .getBytes(StandardCharsets.UTF_8)),
                        "round-inputs",
                        "the input has the digest"),
                fraud(
                        "a missing round",
                        story -> story.inputs(),
                        "round-inputs",
                        "round %s: its input is not in the bundle".formatted(Story.ROUND)),
                fraud(
                        "a round twice",
                        story ->
                                story.inputs(
                                        Story.line(Story.ROUND, Story.input(1, 4)),
                                        Story.line(Story.ROUND, Story.input(1, 4))),
                        "round-inputs",
                        "is there twice"),
                fraud(
                        "a round that was never held",
                        story ->
                                story.inputs(
                                        Story.line(Story.ROUND, Story.input(1, 4)),
                                        Story.line(SECOND, Story.input(1, 4))),
                        "round-inputs",
                        "there is an input, and no event of it"),
                fraud(
                        "lines that are no inputs",
                        story ->
                                story.entries.put(
                                        Bundle.INPUTS,
                                        "null\n{}\n[\n\n{\"roundId\":1}\n"
                                                .getBytes(StandardCharsets.UTF_8)),
                        "round-inputs",
                        "line 4 of inputs.ndjson is no input"),
                fraud(
                        "an outcome told that was never decided, by who has the key",
                        story -> {
                            round(story, Story.input(4, 4), "00");
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "round %s: decided again it has the outcome".formatted(SECOND)),
                fraud(
                        "somebody told to wait who has a place, by who has the key",
                        story -> {
                            round(story, Story.input(4, 4), null);
                            story.say(
                                    new AllocationDecided(
                                            Story.id(4),
                                            SECOND,
                                            Outcome.WAITING,
                                            null,
                                            null,
                                            List.of(new CourseReason(COURSE, List.of(), 4, 3))));
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "round %s: person %s (referral %s) was told to wait, decided again it is %s"
                                .formatted(SECOND, Story.id(5004), Story.id(4), COURSE)),
                fraud(
                        "other reasons, by who has the key",
                        story -> {
                            round(story, Story.input(4, 4), null);
                            story.say(
                                    new AllocationDecided(
                                            Story.id(4),
                                            SECOND,
                                            Outcome.OFFERED,
                                            COURSE,
                                            1,
                                            List.of(new CourseReason(COURSE, List.of(), 1, 1))));
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "was told other reasons than there are"),
                fraud(
                        "a place for somebody who took no part, by who has the key",
                        story -> {
                            round(story, Story.input(4, 4), null);
                            story.say(
                                    new PlaceOffered(
                                            Story.id(9),
                                            Story.id(300),
                                            SECOND,
                                            COURSE,
                                            1,
                                            STARTS,
                                            Instant.EPOCH));
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "(referral %s) was offered course %s, decided again it is none"
                                .formatted(Story.id(9), COURSE)),
                fraud(
                        "a verdict that is not so, by who has the key",
                        story -> {
                            RoundInput input = Story.input(4, 4);
                            opened(story, input, input.digest(), 1L, DAY);
                            story.say(
                                    new RoundVerified(
                                            SECOND,
                                            false,
                                            null,
                                            ClearingRound.decide(input).digest(),
                                            1,
                                            0,
                                            List.of()));
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "verified again it passes, told was the contrary"),
                fraud(
                        "more people than there were, by who has the key",
                        story -> {
                            RoundInput input = Story.input(4, 4);
                            opened(story, input, input.digest(), 1L, DAY);
                            story.say(
                                    new RoundVerified(
                                            SECOND,
                                            true,
                                            null,
                                            ClearingRound.decide(input).digest(),
                                            2,
                                            1,
                                            List.of()));
                            story.writtenWithInputs();
                        },
                        "round-outcomes",
                        "1 waited and 1 places were found, told were 2 and 1"),
                fraud(
                        "an input of another day, by who has the key",
                        story -> {
                            RoundInput input = Story.input(4, 4);
                            opened(story, input, input.digest(), 1L, DAY.plusDays(1));
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "held on 2026-10-06, the input is of 2026-10-05"),
                fraud(
                        "bent rules in the input, by who has the key",
                        story -> {
                            RoundInput input =
                                    bent(Story.input(4, 4), "radius-km=25", "radius-km=9");
                            round(story, input, null);
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "are not those of rulebook 1 as published"),
                fraud(
                        "a longer wait than there was, by who has the key",
                        story -> {
                            round(
                                    story,
                                    bent(
                                            Story.input(4, 4),
                                            "registered=2026-10-05",
                                            "registered=2026-09-01"),
                                    null);
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "(referral %s) is registered on 2026-09-01 in the input, on 2026-10-05 in the events"
                                .formatted(Story.id(4))),
                fraud(
                        "a wish that nobody had, by who has the key",
                        story -> {
                            round(
                                    story,
                                    bent(Story.input(4, 4), "wishes= ", "wishes=traeger-01:none "),
                                    null);
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "has other wishes in the input than in the events"),
                fraud(
                        "a priority that nobody gave, by who has the key",
                        story -> {
                            round(
                                    story,
                                    bent(
                                            Story.input(4, 4),
                                            "entitlements=",
                                            "entitlements=COOPERATION_PLAN_5A:2026-10-01/none,"),
                                    null);
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "COOPERATION_PLAN_5A of 2026-10-01 stands in the input and in no event"),
                fraud(
                        "a priority that was left out, by who has the key",
                        story -> {
                            round(
                                    story,
                                    bent(
                                            Story.input(4, 4),
                                            "entitlements=OBLIGED_JOBCENTER:2026-10-05/none",
                                            "entitlements="),
                                    null);
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "was held by the events and is not in the input"),
                fraud(
                        "a course of somebody else, by who has the key",
                        story -> {
                            round(
                                    story,
                                    bent(
                                            Story.input(4, 4),
                                            "provider=traeger-01",
                                            "provider=traeger-02"),
                                    null);
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "has another provider or type in the input than in the events"),
                fraud(
                        "somebody whom the event does not name, by who has the key",
                        story -> {
                            RoundInput input = Story.input(4, 5);
                            opened(story, input, input.digest(), null, DAY);
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "person %s takes part, and the event does not say so"
                                .formatted(Story.id(5005))),
                fraud(
                        "an input that was none from the beginning, by who has the key",
                        story -> {
                            opened(
                                    story,
                                    Story.input(4, 4),
                                    Sha256.hex("none".getBytes(StandardCharsets.UTF_8)),
                                    1L,
                                    DAY);
                            story.writtenWithInputs();
                            story.inputs(
                                    Story.line(Story.ROUND, Story.input(1, 4)),
                                    new InputLine(SECOND, "none", null));
                        },
                        "round-inputs",
                        "its input is none, NOT_CANONICAL"),
                fraud(
                        "two inputs in two events, by who has the key",
                        story -> {
                            RoundInput input = Story.input(4, 4);
                            opened(story, input, input.digest(), 1L, DAY);
                            story.say(
                                    new RoundVerified(
                                            SECOND,
                                            true,
                                            Story.input(3, 3).digest(),
                                            ClearingRound.decide(input).digest(),
                                            1,
                                            1,
                                            List.of()));
                            story.writtenWithInputs();
                        },
                        "round-inputs",
                        "its two events name two inputs"),
                fraud(
                        "another outcome beside the input",
                        story ->
                                story.inputs(
                                        Story.line(
                                                Story.ROUND,
                                                KeptInput.of(Story.input(1, 4)),
                                                ClearingRound.decide(Story.input(1, 3)))),
                        "round-outcomes",
                        "the outcome beside the input is not the one told"),
                fraud(
                        "a bomb of one line",
                        story -> story.entries.put(Bundle.INPUTS, new byte[224 << 20]),
                        "container",
                        "a line of inputs.ndjson is longer than"),
                fraud(
                        "no inputs at all",
                        story -> story.entries.remove(Bundle.INPUTS),
                        "container",
                        "6 entries in the place of 7"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frauds")
    void what_was_bent_is_named(String name, Consumer<Story> fraud, String property, String detail)
            throws IOException {
        Story story = Story.ofAQuarter().writtenWithInputs();
        fraud.accept(story);
        AuditResult result = verify(story);
        assertThat(result.ok()).isFalse();
        assertThat(property(result, property).verdict())
                .as(result.toString())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(property(result, property).detail()).contains(detail);
        assertThat(result.properties().stream().map(Property::name))
                .containsExactlyElementsOf(BundleVerifier.PROPERTIES);
        assertThat(result.toString()).doesNotContain("Exception");
    }

    @Test
    void no_changed_byte_ends_in_anything_but_an_answer() throws IOException {
        Path file = Story.ofAQuarter().writtenWithInputs().zip(folder);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 17) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            Files.write(file, changed);
            AuditResult result = BundleVerifier.verify(file, List.of(Story.KEY.publicLine()));
            assertThat(result.properties()).hasSize(BundleVerifier.PROPERTIES.size());
        }
    }

    private static Arguments fraud(
            String name, Consumer<Story> fraud, String property, String detail) {
        return arguments(name, fraud, property, detail);
    }

    /** A second round over this input, told as it was decided, or with another outcome. */
    private static void round(Story story, RoundInput input, @Nullable String outcome) {
        opened(story, input, input.digest(), 1L, DAY);
        String decided = ClearingRound.decide(input).digest();
        story.say(
                new RoundVerified(
                        SECOND,
                        true,
                        input.digest(),
                        outcome == null ? decided : outcome,
                        input.people().size(),
                        1,
                        List.of()));
    }

    private static void opened(
            Story story, RoundInput input, String digest, @Nullable Long people, LocalDate heldOn) {
        story.inputs.put(SECOND, input);
        Map<String, Long> seen = new HashMap<>();
        if (people != null) {
            input.people()
                    .forEach(
                            person -> {
                                seen.put("kim.referrals/" + person.referralId(), people);
                                seen.put("kim.profiles/" + person.referralId(), people);
                            });
        }
        seen.put("kim.courses/" + COURSE, 1L);
        story.say(new RoundOpened(SECOND, RoundKind.REFILL, 1, 1, heldOn, digest, seen));
    }

    private static RoundInput bent(RoundInput input, String text, String by) {
        String canonical = new String(input.canonicalBytes(), StandardCharsets.UTF_8);
        assertThat(canonical).contains(text);
        return RoundInput.ofCanonicalBytes(
                canonical.replace(text, by).getBytes(StandardCharsets.UTF_8));
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
