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
import de.kim.rules.KeptInput;
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
 * and compares: outcome, verdict, every decision that was told and every place that was offered. Of
 * a round with people who were erased since, the outcome committed to is verified among the others.
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
    private final Findings among = new Findings("round-outcomes-among-kept");
    private final Findings ofErased = new Findings("round-outcomes-of-erased");
    private final Map<UUID, Round> rounds = new LinkedHashMap<>();
    private final Map<Integer, Rulebook> rulebooks = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();
    private final InputFacts facts = new InputFacts();
    private final Map<UUID, Integer> courseNumbers = new HashMap<>();
    private final Set<UUID> people = new HashSet<>();
    private final Set<UUID> peopleErased = new HashSet<>();
    private long inputsChecked;
    private long compared;
    private long again;
    private long comparedAmong;
    private long verifiedAmong;

    void take(Envelope envelope) {
        facts.take(envelope);
        switch (envelope.event()) {
            case RoundOpened e -> round(e.roundId()).opened = e;
            case RoundVerified e -> round(e.roundId()).verified = e;
            case RulebookPublished e -> rulebooks.put(e.rulebook().version(), e.rulebook());
            case OverrideGranted e -> round(e.roundId()).overrides.add(e.referralId());
            case AllocationDecided e ->
                    round(e.roundId()).told.add(DecidedAgain.Told.of(e, this::courseNumber));
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

    /** Ids take much memory, and each of them is told to many. */
    private int courseNumber(UUID courseId) {
        return courseNumbers.computeIfAbsent(courseId, fresh -> courseNumbers.size());
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
            check(round.opened, round, line);
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
        inputs.notCheckable(
                "round %s: the input is said not to be kept, and no event tells why"
                        .formatted(opened.roundId()));
        withoutOutcome("round %s: without its input".formatted(opened.roundId()));
    }

    private void withoutOutcome(String sentence) {
        outcomes.notCheckable(sentence);
        among.notCheckable(sentence);
        ofErased.notCheckable(sentence);
    }

    private static @Nullable UUID id(String key) {
        try {
            return UUID.fromString(key.substring(key.indexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void check(RoundOpened opened, Round round, InputLine line) {
        UUID id = opened.roundId();
        try {
            KeptInput kept = KeptInput.ofCanonicalBytes(InputLine.bytes(line.input()));
            if (!kept.digest().equals(opened.inputDigest())) {
                inputs.violated(
                        "round %s: the input has the digest %s, committed to was %s"
                                .formatted(id, kept.digest(), opened.inputDigest()));
                withoutOutcome("round %s: without the input of then".formatted(id));
                return;
            }
            rests(opened, kept);
            facts.compare(opened, kept.known(), inputs);
            inputsChecked++;
            decided(opened, round, kept, line.outcome());
        } catch (InvalidRound e) {
            inputs.violated("round %s: its input is none, %s".formatted(id, e.code()));
            withoutOutcome("round %s: without an input".formatted(id));
        } catch (RuntimeException e) {
            inputs.violated("round %s: its events have values that no source says".formatted(id));
            withoutOutcome("round %s: without its events".formatted(id));
        }
    }

    /** That the input is what the event says it is: of that day, under that rulebook, of those. */
    private void rests(RoundOpened opened, KeptInput kept) {
        UUID id = opened.roundId();
        RoundInput input = kept.known();
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
        Set<UUID> here = new HashSet<>(kept.erased().keySet());
        for (Person person : input.people()) {
            here.add(person.referralId());
            if (!seen.contains("kim.referrals/" + person.referralId())) {
                inputs.violated(
                        "round %s: person %s takes part, and the event does not say so"
                                .formatted(id, person.pseudonym()));
            }
        }
        for (UUID gone : kept.erased().keySet()) {
            if (!seen.contains("kim.referrals/" + gone)) {
                inputs.violated(
                        "round %s: referral %s is said to be erased, and the event does not name it"
                                .formatted(id, gone));
            } else if (!erased.contains(gone)) {
                inputs.notCheckable(
                        "round %s: referral %s is said to be erased, and no event tells so"
                                .formatted(id, gone));
            }
        }
        people.addAll(here);
        peopleErased.addAll(kept.erased().keySet());
        input.courses().stream()
                .filter(course -> !seen.contains("kim.courses/" + course.courseId()))
                .forEach(
                        course ->
                                inputs.violated(
                                        "round %s: course %s takes part, and the event does not say so"
                                                .formatted(id, course.courseId())));
        seen.stream()
                .filter(key -> key.startsWith(PROFILES))
                .filter(key -> !here.contains(id(key)))
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

    private void decided(
            RoundOpened opened, Round round, KeptInput kept, @Nullable String outcome) {
        UUID id = opened.roundId();
        RoundVerified verified = round.verified;
        if (verified == null) {
            (kept.isWhole() ? outcomes : among)
                    .notCheckable("round %s has not been told to its end yet".formatted(id));
        } else if (kept.isWhole()) {
            decideAgain(verified, round, kept, outcome);
        } else {
            ofErased.notCheckable(
                    "round %s: what the rules give %d erased people, and before whom they stood"
                            .formatted(id, kept.erased().size()));
            verifyAmong(verified, round, kept, outcome);
        }
        boolean isSaidTwice =
                verified == null
                        || verified.inputDigest() == null
                        || verified.inputDigest().equals(opened.inputDigest());
        if (!isSaidTwice) {
            inputs.violated("round %s: its two events name two inputs".formatted(id));
        }
    }

    private void decideAgain(
            RoundVerified verified, Round round, KeptInput kept, @Nullable String stated) {
        UUID id = verified.roundId();
        RoundInput input = kept.whole();
        again++;
        RoundOutcome outcome = ClearingRound.decide(input);
        boolean passed = RoundVerifier.passed(RoundVerifier.verify(input, outcome));
        if (!outcome.digest().equals(verified.outcomeDigest())) {
            outcomes.violated(
                    "round %s: decided again it has the outcome %s, told was %s"
                            .formatted(id, outcome.digest(), verified.outcomeDigest()));
        }
        if (stated != null
                && !Sha256.hex(InputLine.bytes(stated)).equals(verified.outcomeDigest())) {
            outcomes.violated(
                    "round %s: the outcome beside the input is not the one told".formatted(id));
        }
        if (passed != verified.passed()) {
            outcomes.violated(
                    "round %s: verified again it %s, told was the contrary"
                            .formatted(id, passed ? "passes" : "does not pass"));
        }
        compared += compare(verified, round, kept, outcome, outcomes);
    }

    /** Somebody is erased: the round's own outcome, as far as those who are left can tell. */
    private void verifyAmong(
            RoundVerified verified, Round round, KeptInput kept, @Nullable String stated) {
        UUID id = verified.roundId();
        if (stated == null) {
            among.notCheckable("round %s: its outcome is not kept".formatted(id));
            return;
        }
        RoundOutcome outcome;
        try {
            outcome = RoundOutcome.ofCanonicalBytes(InputLine.bytes(stated));
        } catch (InvalidRound e) {
            among.violated("round %s: its outcome is none, %s".formatted(id, e.code()));
            return;
        }
        if (!outcome.digest().equals(verified.outcomeDigest())) {
            among.violated(
                    "round %s: the outcome has the digest %s, told was %s"
                            .formatted(id, outcome.digest(), verified.outcomeDigest()));
            return;
        }
        verifiedAmong++;
        if (verified.passed()) {
            RoundVerifier.verify(kept, outcome).stream()
                    .filter(verdict -> !verdict.holds())
                    .forEach(
                            verdict ->
                                    among.violated(
                                            "round %s: verified again it does not pass, %s: %s"
                                                    .formatted(
                                                            id,
                                                            verdict.property(),
                                                            verdict.detail())));
        } else {
            among.notCheckable(
                    "round %s did not pass, which may be because of who is erased".formatted(id));
        }
        comparedAmong += compare(verified, round, kept, outcome, among);
    }

    /** Counts, and everything that was told of the round; returns how much that is. */
    private long compare(
            RoundVerified verified,
            Round round,
            KeptInput kept,
            RoundOutcome outcome,
            Findings findings) {
        UUID id = verified.roundId();
        int places = verified.passed() ? outcome.assignments().size() : 0;
        if (verified.waiting() != kept.people() || verified.offered() != places) {
            findings.violated(
                    "round %s: %d waited and %d places were found, told were %d and %d"
                            .formatted(
                                    id,
                                    kept.people(),
                                    places,
                                    verified.waiting(),
                                    verified.offered()));
        }
        DecidedAgain decided = new DecidedAgain(id, kept, outcome, this::courseNumber, findings);
        round.told.forEach(decided::compare);
        round.offered.forEach(decided::compare);
        decided.compare(round.overrides, round.offered);
        return round.told.size() + round.offered.size();
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
                        withoutOutcome(
                                "round %s has not been told from its beginning yet".formatted(id));
                    }
                });
        return List.of(
                inputs.verdict(inputsConfirmed()),
                outcomes.verdict(
                        again == 0
                                ? "no round of which everybody's data are kept"
                                : "%d rounds decided again give the %d decisions and offers told"
                                        .formatted(again, compared)),
                among.verdict(
                        verifiedAmong == 0
                                ? "no round with erased people"
                                : "%d rounds with erased people hold among all others, and give the %d decisions and offers told"
                                        .formatted(verifiedAmong, comparedAmong)),
                ofErased.verdict("no round with erased people"));
    }

    private String inputsConfirmed() {
        String confirmed =
                inputsChecked == 0
                        ? "no round"
                        : "%d inputs are those that were committed to".formatted(inputsChecked);
        return peopleErased.isEmpty()
                ? confirmed
                : "%s; %d of %d people erased: their leaves are known by hash only"
                        .formatted(confirmed, peopleErased.size(), people.size());
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
        withoutOutcome("round %s: without its input".formatted(id));
    }
}
