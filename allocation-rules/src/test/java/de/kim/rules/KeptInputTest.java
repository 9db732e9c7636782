package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kim.events.Exclusion;
import de.kim.events.Verdict;
import de.kim.rules.InvalidRound.Code;
import de.kim.rules.tree.Hash;
import de.kim.rules.tree.MerkleTree;
import de.kim.rules.tree.Proofs;
import de.kim.rules.tree.TreeNodes;
import de.kim.rules.verify.RoundVerifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is erased leaves a hash behind; what a round committed to, and all others, stay. */
class KeptInputTest {
    private static RoundInput salted(long seed, int people, int courses) {
        Random random = new Random(seed);
        return RandomRound.of(seed, people, courses)
                .salted(() -> "%016x%016x".formatted(random.nextLong(), random.nextLong()));
    }

    /** A round after some of its people were erased, in any order. */
    private static KeptInput erased(RoundInput input, long seed, int people) {
        List<Person> any = new ArrayList<>(input.people());
        Collections.shuffle(any, new Random(seed));
        KeptInput kept = KeptInput.of(input);
        for (Person person : any.subList(0, people)) {
            kept = kept.without(person.referralId());
        }
        return kept;
    }

    private static String text(KeptInput kept) {
        return new String(kept.canonicalBytes(), StandardCharsets.UTF_8);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void an_erasure_changes_no_digest_and_is_read_back(@ForAll long seed) {
        RoundInput input = salted(seed, 20, 8);
        KeptInput kept = erased(input, seed, 5);
        assertThat(kept.digest()).isEqualTo(input.digest());
        assertThat(kept.people()).isEqualTo(20);
        KeptInput read = KeptInput.ofCanonicalBytes(kept.canonicalBytes());
        assertThat(read.digest()).isEqualTo(input.digest());
        assertThat(read.canonicalBytes()).isEqualTo(kept.canonicalBytes());
        assertThat(read.erased()).isEqualTo(kept.erased()).hasSize(5);
        for (Person person : input.people()) {
            boolean gone = kept.erased().containsKey(person.referralId());
            assertThat(text(kept).contains(person.pseudonym().toString())).isNotEqualTo(gone);
            assertThat(text(kept).contains(String.valueOf(person.salt()))).isNotEqualTo(gone);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void an_honest_outcome_passes_whoever_is_erased(@ForAll long seed) {
        RoundInput input = salted(seed, 60, 20);
        RoundOutcome outcome = ClearingRound.decide(input);
        for (int people : new int[] {1, 7, 30, 60}) {
            List<Verdict> verdicts =
                    RoundVerifier.verify(erased(input, seed + people, people), outcome);
            assertThat(RoundVerifier.passed(verdicts)).as(verdicts.toString()).isTrue();
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void so_does_one_with_a_place_out_of_turn(@ForAll long seed) {
        RoundInput input = salted(seed, 30, 10);
        Optional<Person> somebody =
                input.people().stream().filter(p -> p.held() == null).findFirst();
        Optional<Course> free =
                input.courses().stream().filter(c -> c.freePlaces() > 0).findFirst();
        Assume.that(somebody.isPresent() && free.isPresent());
        Person person = somebody.get();
        Course course = free.get();
        RoundInput fixed =
                input.with(
                        new Assignment(
                                person.referralId(),
                                course.courseId(),
                                course.sections().getFirst().number()));
        RoundOutcome outcome = ClearingRound.decide(fixed);
        KeptInput kept = KeptInput.of(fixed).without(person.referralId());
        assertThat(kept.digest()).isEqualTo(fixed.digest());
        assertThat(KeptInput.ofCanonicalBytes(kept.canonicalBytes()).canonicalBytes())
                .isEqualTo(kept.canonicalBytes());
        assertThat(kept.fixed()).isEqualTo(fixed.fixed());
        List<Verdict> verdicts = RoundVerifier.verify(kept, outcome);
        assertThat(RoundVerifier.passed(verdicts)).as(verdicts.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOO_FAR", "CHILDCARE_MISSING", "TIME_UNAVAILABLE", "DECLINED_BEFORE"})
    void a_bug_among_the_others_is_still_found(String forgotten) {
        Set<String> broken = new TreeSet<>();
        LongStream.range(0, 40)
                .forEach(
                        seed -> {
                            RoundInput input = salted(seed, 60, 20);
                            RoundInput read = AsIf.without(Exclusion.valueOf(forgotten), input);
                            RoundOutcome outcome = ClearingRound.decide(read);
                            claimed(input, outcome, erased(input, seed, 10), broken);
                        });
        assertThat(broken).contains(RoundVerifier.ELIGIBILITY);
    }

    @Test
    void two_people_exchanged_are_still_found() {
        Set<String> broken = new TreeSet<>();
        LongStream.range(0, 40)
                .forEach(
                        seed -> {
                            RoundInput input = salted(seed, 60, 20);
                            RoundOutcome right = ClearingRound.decide(input);
                            KeptInput kept = erased(input, seed, 10);
                            claimed(input, firstGoesWithout(right, kept), kept, broken);
                        });
        assertThat(broken).contains(RoundVerifier.NO_AVOIDABLE_FREE_PLACE, RoundVerifier.CUT_OFFS);
    }

    /** The first one of those who are known loses the place. */
    private static RoundOutcome firstGoesWithout(RoundOutcome right, KeptInput kept) {
        Assignment lost =
                right.assignments().stream()
                        .filter(place -> !kept.erased().containsKey(place.referralId()))
                        .findFirst()
                        .orElseThrow();
        return new RoundOutcome(
                right.algorithmVersion(),
                right.inputDigest(),
                right.assignments().stream().filter(place -> place != lost).toList(),
                right.courses());
    }

    private static void claimed(
            RoundInput input, RoundOutcome outcome, KeptInput kept, Set<String> broken) {
        RoundOutcome claimed =
                new RoundOutcome(
                        outcome.algorithmVersion(),
                        input.digest(),
                        outcome.assignments(),
                        outcome.courses());
        RoundVerifier.verify(kept, claimed).stream()
                .filter(verdict -> !verdict.holds())
                .map(Verdict::property)
                .forEach(broken::add);
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void each_part_can_be_proven_alone(@ForAll long seed) {
        RoundInput input = salted(seed, 12, 5);
        KeptInput kept = erased(input, seed, 3);
        List<Hash> leaves = kept.leaves();
        assertThat(leaves).hasSize(1 + 5 + 12);
        assertThat(kept.factLeaves()).isEqualTo(6);
        TreeNodes nodes = TreeNodes.over(leaves);
        MerkleTree tree = new MerkleTree(nodes);
        Hash root = Hash.ofHex(input.digest());
        for (Person person : kept.known().people()) {
            int index = kept.leafOf(person.referralId()).orElseThrow();
            Hash leaf =
                    Hash.leaf(
                            (CanonicalInput.person(person) + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
            assertThat(
                            Proofs.includes(
                                    leaf,
                                    index,
                                    leaves.size(),
                                    tree.inclusion(index, leaves.size()),
                                    root))
                    .isTrue();
        }
    }

    @Test
    void the_salt_is_what_keeps_a_leaf_from_being_guessed() {
        RoundInput once = salted(1, 1, 1);
        RoundInput again = once.salted(() -> "f".repeat(32));
        assertThat(again.digest()).isNotEqualTo(once.digest());
        assertThatExceptionOfType(InvalidRound.class)
                .isThrownBy(() -> once.salted(() -> "F".repeat(32)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.MALFORMED_SALT));
    }

    @Test
    void who_is_erased_is_not_decided_again() {
        RoundInput input = salted(1, 3, 2);
        byte[] kept = erased(input, 1, 1).canonicalBytes();
        assertThatExceptionOfType(InvalidRound.class)
                .isThrownBy(() -> RoundInput.ofCanonicalBytes(kept))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.PEOPLE_ERASED));
        Person one = input.people().getFirst();
        assertThatExceptionOfType(InvalidRound.class)
                .isThrownBy(
                        () -> new KeptInput(input, Map.of(one.referralId(), Hash.EMPTY), List.of()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.DUPLICATE_PERSON));
        assertThat(KeptInput.of(input).without(UUID.randomUUID())).isEqualTo(KeptInput.of(input));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void changed_bytes_are_another_kept_input_or_none(@ForAll long seed) {
        byte[] bytes = erased(salted(seed, 4, 2), seed, 2).canonicalBytes();
        Random random = new Random(seed);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        try {
            assertThat(KeptInput.ofCanonicalBytes(bytes).canonicalBytes()).isEqualTo(bytes);
        } catch (InvalidRound refused) {
            assertThat(refused.code()).isNotNull();
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void an_outcome_is_read_back_and_nothing_else_is(@ForAll long seed) {
        byte[] bytes = ClearingRound.decide(salted(seed, 20, 8)).canonicalBytes();
        assertThat(RoundOutcome.ofCanonicalBytes(bytes).canonicalBytes()).isEqualTo(bytes);
        Random random = new Random(seed);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        try {
            assertThat(RoundOutcome.ofCanonicalBytes(bytes).canonicalBytes()).isEqualTo(bytes);
        } catch (InvalidRound refused) {
            assertThat(refused.code()).isEqualTo(Code.NOT_CANONICAL);
        }
    }
}
