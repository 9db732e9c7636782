package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.events.AllocationDecided;
import de.kim.events.DataClass;
import de.kim.events.Envelope;
import de.kim.events.OverrideGranted;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.events.PlaceOffered;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.Rulebook;
import de.kim.events.RulebookPublished;
import de.kim.rules.ClearingRound;
import de.kim.rules.InvalidRound;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.verify.RoundVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides every round again from the input that its event commits to, with the algorithm of then,
 * and compares: outcome, verdict, every decision that was told and every place that was offered.
 */
final class RoundInputCheck {
    private static final String PROFILES = "kim.profiles/";

    private static final class Round {
        private @Nullable RoundOpened opened;
        private @Nullable RoundVerified verified;
        private final List<DecidedAgain.Told> told = new ArrayList<>();
        private final List<PlaceOffered> offered = new ArrayList<>();
        private final Set<UUID> overrides = new HashSet<>();
        private boolean seen;
    }

    private final Findings inputs = new Findings("round-inputs");
    private final Findings outcomes = new Findings("round-outcomes");
    private final Map<UUID, Round> rounds = new LinkedHashMap<>();
    private final Map<Integer, Rulebook> rulebooks = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();
    private final InputFacts facts = new InputFacts();
    private long compared;
    private long again;

    void take(Envelope envelope) {
        facts.take(envelope);
        switch (envelope.event()) {
            case RoundOpened e -> round(e.roundId()).opened = e;
            case RoundVerified e -> round(e.roundId()).verified = e;
            case RulebookPublished e -> rulebooks.put(e.rulebook().version(), e.rulebook());
            case OverrideGranted e -> round(e.roundId()).overrides.add(e.referralId());
            case AllocationDecided e -> round(e.roundId()).told.add(DecidedAgain.Told.of(e));
            case PlaceOffered e -> round(e.roundId()).offered.add(e);
            case PersonErased e -> erased.add(e.referralId());
            case PersonalDataDeleted e -> {
                if (e.dataClasses().contains(DataClass.ATTRIBUTES)) {
                    erased.add(e.referralId());
                }
            }
            default -> {}
        }
    }

    private Round round(UUID id) {
        return rounds.computeIfAbsent(id, fresh -> new Round());
    }

    /** Takes what the bundle has of one round, after all events. */
    void take(InputLine line) {
        UUID id = line.roundId();
        Round round = rounds.get(id);
        if (round == null || round.opened == null) {
            inputs.violated("round %s: there is an input, and no event of it".formatted(id));
        } else if (round.seen) {
            inputs.violated("round %s: its input is there twice".formatted(id));
        } else if (line.input() == null) {
            round.seen = true;
            gone(round.opened);
        } else {
            round.seen = true;
            check(round.opened, round, line.bytes());
        }
        if (round != null) {
            // what is compared need not be remembered
            round.told.clear();
            round.offered.clear();
        }
    }

    /** A line of the entry that is none. */
    void broken(long line) {
        inputs.violated("line %d of %s is no input".formatted(line, Bundle.INPUTS));
    }

    private void gone(RoundOpened opened) {
        boolean isErased =
                opened.lastSeen().keySet().stream()
                        .filter(key -> key.startsWith(PROFILES))
                        .anyMatch(key -> erased.contains(id(key)));
        inputs.notCheckable(
                isErased
                        ? "round %s: the input is gone (erased)".formatted(opened.roundId())
                        : "round %s: the input is said not to be kept, and no event tells why"
                                .formatted(opened.roundId()));
        outcomes.notCheckable("round %s: without its input".formatted(opened.roundId()));
    }

    private static @Nullable UUID id(String key) {
        try {
            return UUID.fromString(key.substring(key.indexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void check(RoundOpened opened, Round round, byte[] bytes) {
        UUID id = opened.roundId();
        String digest = Sha256.hex(bytes);
        if (!digest.equals(opened.inputDigest())) {
            inputs.violated(
                    "round %s: the input has the digest %s, committed to was %s"
                            .formatted(id, digest, opened.inputDigest()));
            outcomes.notCheckable("round %s: without the input of then".formatted(id));
            return;
        }
        try {
            RoundInput input = RoundInput.ofCanonicalBytes(bytes);
            rests(opened, input);
            facts.compare(opened, input, inputs);
            decideAgain(opened, round, input);
        } catch (InvalidRound e) {
            inputs.violated(
                    "round %s: what was committed to cannot be decided, %s"
                            .formatted(id, e.code()));
            outcomes.notCheckable("round %s: without an input".formatted(id));
        } catch (RuntimeException e) {
            inputs.violated("round %s: its events have values that no source says".formatted(id));
            outcomes.notCheckable("round %s: without its events".formatted(id));
        }
    }

    /** That the input is what the event says it is: of that day, under that rulebook, of those. */
    private void rests(RoundOpened opened, RoundInput input) {
        UUID id = opened.roundId();
        if (!input.heldOn().equals(opened.heldOn())) {
            inputs.violated(
                    "round %s: held on %s, the input is of %s"
                            .formatted(id, opened.heldOn(), input.heldOn()));
        }
        Rulebook published = rulebooks.get(opened.rulebookVersion());
        if (published != null && !under(published, input).digest().equals(input.digest())) {
            inputs.violated(
                    "round %s: the rules in the input are not those of rulebook %d as published"
                            .formatted(id, opened.rulebookVersion()));
        }
        Set<String> seen = opened.lastSeen().keySet();
        Set<UUID> people = new HashSet<>();
        for (Person person : input.people()) {
            people.add(person.referralId());
            if (!seen.contains("kim.referrals/" + person.referralId())) {
                inputs.violated(
                        "round %s: person %s takes part, and the event does not say so"
                                .formatted(id, person.pseudonym()));
            }
        }
        input.courses().stream()
                .filter(course -> !seen.contains("kim.courses/" + course.courseId()))
                .forEach(
                        course ->
                                inputs.violated(
                                        "round %s: course %s takes part, and the event does not say so"
                                                .formatted(id, course.courseId())));
        seen.stream()
                .filter(key -> key.startsWith(PROFILES))
                .filter(key -> !people.contains(id(key)))
                .forEach(
                        key ->
                                inputs.notCheckable(
                                        "round %s: referral %s was left out, as one that contradicts itself is"
                                                .formatted(id, key.substring(PROFILES.length()))));
    }

    private static RoundInput under(Rulebook rulebook, RoundInput input) {
        return new RoundInput(
                input.heldOn(),
                rulebook,
                input.people(),
                input.courses(),
                input.admissions(),
                input.municipalities(),
                input.fixed());
    }

    private void decideAgain(RoundOpened opened, Round round, RoundInput input) {
        UUID id = opened.roundId();
        RoundVerified verified = round.verified;
        if (verified == null) {
            outcomes.notCheckable("round %s has not been told to its end yet".formatted(id));
            return;
        }
        again++;
        RoundOutcome outcome = ClearingRound.decide(input);
        boolean passed = RoundVerifier.passed(RoundVerifier.verify(input, outcome));
        if (!outcome.digest().equals(verified.outcomeDigest())) {
            outcomes.violated(
                    "round %s: decided again it has the outcome %s, told was %s"
                            .formatted(id, outcome.digest(), verified.outcomeDigest()));
        }
        if (passed != verified.passed()) {
            outcomes.violated(
                    "round %s: verified again it %s, told was the contrary"
                            .formatted(id, passed ? "passes" : "does not pass"));
        }
        int places = verified.passed() ? outcome.assignments().size() : 0;
        if (verified.waiting() != input.people().size() || verified.offered() != places) {
            outcomes.violated(
                    "round %s: %d waited and %d places were found, told were %d and %d"
                            .formatted(
                                    id,
                                    input.people().size(),
                                    places,
                                    verified.waiting(),
                                    verified.offered()));
        }
        DecidedAgain decided = new DecidedAgain(id, input, outcome, outcomes);
        round.told.forEach(decided::compare);
        round.offered.forEach(decided::compare);
        decided.compare(round.overrides, round.offered);
        compared += round.told.size() + round.offered.size();
    }

    /**
     * All events and inputs are there.
     *
     * @param hasInputs whether the bundle is of a format with inputs
     */
    List<Property> verdicts(Sequences sequences, boolean hasInputs) {
        rounds.forEach(
                (id, round) -> {
                    if (round.opened != null) {
                        lastSeen(round.opened, sequences);
                        present(id, round, hasInputs);
                    } else {
                        outcomes.notCheckable(
                                "round %s has not been told from its beginning yet".formatted(id));
                    }
                });
        return List.of(
                inputs.verdict(
                        again == 0
                                ? "no round"
                                : "%d inputs are those that were committed to".formatted(again)),
                outcomes.verdict(
                        again == 0
                                ? "no round"
                                : "%d rounds decided again give the %d decisions and offers told"
                                        .formatted(again, compared)));
    }

    private void lastSeen(RoundOpened opened, Sequences sequences) {
        for (Map.Entry<String, Long> seen : opened.lastSeen().entrySet()) {
            Long sequence = seen.getValue();
            boolean isEvent = sequence != null && !seen.getKey().startsWith(PROFILES);
            if (isEvent && sequences.last(seen.getKey()) < sequence) {
                inputs.notCheckable(
                        "round %s rests on event %d of %s, which is not in the ledger yet"
                                .formatted(opened.roundId(), seen.getValue(), seen.getKey()));
            }
        }
    }

    private void present(UUID id, Round round, boolean hasInputs) {
        if (round.seen) {
            return;
        }
        if (hasInputs) {
            inputs.violated("round %s: its input is not in the bundle".formatted(id));
        } else {
            inputs.notCheckable("round %s: a bundle of this format has no inputs".formatted(id));
        }
        outcomes.notCheckable("round %s: without its input".formatted(id));
    }
}
