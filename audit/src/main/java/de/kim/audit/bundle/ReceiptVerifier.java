package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.bundle.Receipt.InputProof;
import de.kim.audit.bundle.Receipt.OwnPart;
import de.kim.audit.bundle.Receipt.Proven;
import de.kim.audit.note.Checkpoint;
import de.kim.audit.note.PublicKeyLine;
import de.kim.audit.note.SignedNote;
import de.kim.events.AllocationDecided;
import de.kim.events.CourseReason;
import de.kim.events.Outcome;
import de.kim.events.RoundVerified;
import de.kim.events.Rulebook;
import de.kim.events.RulebookPublished;
import de.kim.rules.ClearingRound;
import de.kim.rules.Course;
import de.kim.rules.InvalidRound;
import de.kim.rules.KeptInput;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundLists;
import de.kim.rules.RoundReasons;
import de.kim.rules.tree.GrowingTree;
import de.kim.rules.tree.Hash;
import de.kim.rules.tree.Proofs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks a decision receipt with nothing but the receipt and the keys that somebody brings along:
 * that the decision stands in the signed ledger, that the round committed to the person's own input
 * with its rules and courses, and that the decision follows from these and the cut-offs told.
 * Whether those cut-offs are right takes everybody's input.
 */
public final class ReceiptVerifier {
    /** Every property, in the order in which they are told. */
    public static final List<String> PROPERTIES =
            List.of(
                    "container",
                    "keys",
                    "checkpoint",
                    "inclusion",
                    "decision",
                    "own-input",
                    "round-input",
                    "cut-offs");

    /** A receipt is some kilobytes; the courses of a whole country fit. */
    private static final int MOST_BYTES = 64 << 20;

    private final Receipt receipt;
    private final Findings checkpoints = new Findings("checkpoint");
    private final Findings inclusion = new Findings("inclusion");
    private final Findings decision = new Findings("decision");
    private final Findings own = new Findings("own-input");
    private final Findings committed = new Findings("round-input");

    private ReceiptVerifier(Receipt receipt) {
        this.receipt = receipt;
    }

    /** Whether a file looks like a receipt, and not like a bundle. */
    public static boolean isReceipt(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.read() == '{';
        }
    }

    /**
     * Checks a file.
     *
     * @param keys public keys of the ledger that are known from elsewhere; may be empty
     * @throws IOException when the file cannot be read
     */
    public static AuditResult verify(Path file, Collection<PublicKeyLine> keys) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return unread("the file is larger than a receipt may be");
        }
        Receipt receipt;
        try {
            receipt = Receipt.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            return unread("the file is no receipt");
        }
        return isWhole(receipt)
                ? new ReceiptVerifier(receipt).verify(keys)
                : unread("the file is no whole " + Receipt.FORMAT);
    }

    private static boolean isWhole(@Nullable Receipt receipt) {
        return receipt != null
                && Receipt.FORMAT.equals(receipt.format())
                && receipt.referralId() != null
                && receipt.checkpoint() != null
                && isWhole(receipt.decision())
                && isWhole(receipt.verified())
                && isWhole(receipt.rulebook());
    }

    private static boolean isWhole(@Nullable Proven proven) {
        return proven != null && proven.event() != null;
    }

    private static AuditResult unread(String sentence) {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("container", Verdict.VIOLATED, sentence));
        PROPERTIES.stream()
                .skip(1)
                .forEach(
                        name ->
                                properties.add(
                                        new Property(
                                                name,
                                                Verdict.NOT_CHECKABLE,
                                                "the receipt could not be read")));
        return AuditResult.of(properties);
    }

    private AuditResult verify(Collection<PublicKeyLine> brought) {
        KeyCheck keys = new KeyCheck(receipt.keys(), brought);
        Checkpoint signed = signed(keys.trusted());
        included(signed);
        AllocationDecided decided = decided();
        String outcome = "";
        try {
            if (decided != null) {
                outcome = follows(decided);
                ownInput(decided);
            } else {
                committed.notCheckable("without a decision");
            }
        } catch (RuntimeException e) {
            decision.violated("the events have values that no source says");
            own.notCheckable("without a decision");
            committed.notCheckable("without a decision");
        }
        Findings cutOffs = new Findings("cut-offs");
        cutOffs.notCheckable(
                "that the cut-offs and the person's ranks are right takes everybody's input: a"
                        + " bundle proves it");
        return AuditResult.of(
                List.of(
                        new Property("container", Verdict.OK, Receipt.FORMAT),
                        keys.verdict(),
                        checkpoints.verdict(
                                signed == null
                                        ? ""
                                        : "signed over %d events".formatted(signed.size())),
                        inclusion.verdict("three events stand in what was signed"),
                        decision.verdict(outcome),
                        own.verdict("what was told is what the rules give for this person's input"),
                        committed.verdict(
                                "the person's part, the rules and the courses stand in what the round committed to"),
                        cutOffs.verdict("")));
    }

    private @Nullable Checkpoint signed(List<PublicKeyLine> keys) {
        try {
            SignedNote note = SignedNote.parse(receipt.checkpoint());
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            boolean isSigned =
                    note.signer(keys)
                            .filter(key -> key.name().equals(checkpoint.origin()))
                            .isPresent();
            if (isSigned) {
                return checkpoint;
            }
            checkpoints.violated("no key of this ledger has signed the checkpoint");
        } catch (RuntimeException e) {
            checkpoints.violated("the checkpoint cannot be read");
        }
        return null;
    }

    private void included(@Nullable Checkpoint signed) {
        if (signed == null) {
            inclusion.notCheckable("without a signed checkpoint");
            return;
        }
        included("decision", receipt.decision(), signed);
        included("verdict of the round", receipt.verified(), signed);
        included("rulebook", receipt.rulebook(), signed);
    }

    private void included(String what, Proven proven, Checkpoint signed) {
        boolean stands;
        try {
            List<Hash> path = proven.path().stream().map(Hash::ofBase64).toList();
            stands =
                    Proofs.includes(
                            Hash.leaf(proven.bytes()),
                            proven.index(),
                            signed.size(),
                            path,
                            signed.root());
        } catch (RuntimeException e) {
            stands = false;
        }
        if (!stands) {
            inclusion.violated("the %s does not stand in what was signed".formatted(what));
        }
    }

    /** The decision, when all three events are what they should be; null else. */
    private @Nullable AllocationDecided decided() {
        try {
            if (receipt.decision().said() instanceof AllocationDecided decided
                    && receipt.verified().said() instanceof RoundVerified verified
                    && receipt.rulebook().said() instanceof RulebookPublished
                    && decided.referralId().equals(receipt.referralId())
                    && decided.roundId().equals(verified.roundId())) {
                if (!verified.passed()
                        || !verified.verdicts().stream().allMatch(it -> it.holds())) {
                    decision.violated("the round did not pass its verification");
                }
                return decided;
            }
        } catch (RuntimeException e) {
            // no event, or one with values that no source of KIM says
            decision.violated("one of the events cannot be read");
            own.notCheckable("without a decision");
            return null;
        }
        decision.violated(
                "the events are not a decision of this referral, its round and its rules");
        own.notCheckable("without a decision");
        return null;
    }

    /** The outcome is the first course, in the person's order, whose cut-off is met. */
    private String follows(AllocationDecided decided) {
        if (isOutOfTurn(decided)) {
            decision.notCheckable(
                    "course %s was given out of turn: a bundle has the override that says why"
                            .formatted(decided.courseId()));
            return "";
        }
        CourseReason best =
                decided.reasons().stream()
                        .filter(ReceiptVerifier::isWithin)
                        .findFirst()
                        .orElse(null);
        boolean isOffered = decided.outcome() == Outcome.OFFERED;
        if (isOffered && (best == null || !best.courseId().equals(decided.courseId()))) {
            decision.violated(
                    "course %s is not the best one whose cut-off is met"
                            .formatted(decided.courseId()));
        }
        if (!isOffered && best != null) {
            decision.violated(
                    "told to wait, although the cut-off of course %s is met"
                            .formatted(best.courseId()));
        }
        return isOffered
                ? "course %s is the best one whose cut-off is met".formatted(decided.courseId())
                : "no course has a cut-off that is met";
    }

    /** An override in hardship: the only reason is the place, without rank. */
    private static boolean isOutOfTurn(AllocationDecided decided) {
        return decided.outcome() == Outcome.OFFERED
                && decided.reasons().size() == 1
                && decided.reasons().getFirst().courseId().equals(decided.courseId())
                && decided.reasons().getFirst().exclusions().isEmpty()
                && decided.reasons().getFirst().rank() == null;
    }

    private static boolean isWithin(CourseReason reason) {
        return reason.rank() != null
                && (reason.lastAdmittedRank() == null
                        || reason.rank() <= reason.lastAdmittedRank());
    }

    private void ownInput(AllocationDecided decided) {
        String text = receipt.input();
        if (text == null) {
            own.notCheckable("the round's input is not kept (any more), or not in this receipt");
            committed.notCheckable("without the input");
            return;
        }
        try {
            RoundInput input = RoundInput.ofCanonicalBytes(text.getBytes(StandardCharsets.UTF_8));
            if (input.people().size() != 1
                    || !input.people().getFirst().referralId().equals(receipt.referralId())) {
                own.violated("the input is not of this person alone");
                committed.notCheckable("without an input of this person alone");
                return;
            }
            committed(KeptInput.of(input));
            rules(input);
            reasons(decided, input);
        } catch (InvalidRound e) {
            own.violated("the input is none, " + e.code());
            committed.notCheckable("without an input");
        }
    }

    /** Each part stands in the tree whose root is the digest that the round's event names. */
    private void committed(KeptInput input) {
        String root = ((RoundVerified) receipt.verified().said()).inputDigest();
        InputProof proof = receipt.proof();
        if (root == null || proof == null) {
            committed.notCheckable(
                    root == null
                            ? "the round's event does not name what it committed to"
                            : "the receipt has no proof of it");
            return;
        }
        boolean stands;
        try {
            stands = stands(input, proof, Hash.ofHex(root));
        } catch (RuntimeException e) {
            stands = false;
        }
        if (!stands) {
            committed.violated("the input is not part of what the round committed to");
        }
    }

    private static boolean stands(KeptInput input, InputProof proof, Hash root) {
        List<Hash> leaves = input.leaves();
        int facts = input.factLeaves();
        if (proof.own().size() != leaves.size() - facts) {
            return false;
        }
        for (int i = 0; i < proof.own().size(); i++) {
            OwnPart part = proof.own().get(i);
            List<Hash> path = part.path().stream().map(Hash::ofBase64).toList();
            if (part.index() < facts
                    || !Proofs.includes(
                            leaves.get(facts + i), part.index(), proof.size(), path, root)) {
                return false;
            }
        }
        GrowingTree first = new GrowingTree();
        leaves.subList(0, facts).forEach(first::add);
        return Proofs.isConsistent(
                facts,
                first.root(),
                proof.size(),
                root,
                proof.facts().stream().map(Hash::ofBase64).toList());
    }

    private void rules(RoundInput input) {
        Rulebook published = ((RulebookPublished) receipt.rulebook().said()).rulebook();
        RoundInput under =
                new RoundInput(
                        input.heldOn(),
                        published,
                        input.people(),
                        input.courses(),
                        input.admissions(),
                        input.municipalities(),
                        input.fixed());
        if (!under.digest().equals(input.digest())) {
            own.violated(
                    "the rules in the input are not those of rulebook %d as published"
                            .formatted(published.version()));
        }
    }

    /** Order, exclusions and section hang on nobody else; ranks do. */
    private void reasons(AllocationDecided decided, RoundInput input) {
        List<CourseReason> told = decided.reasons();
        List<CourseReason> right =
                new RoundReasons(input, ClearingRound.decide(input)).of(receipt.referralId());
        if (decided.outcome() == Outcome.OFFERED) {
            section(decided, input);
        }
        if (decided.outcome() == Outcome.OFFERED && told.size() == 1 && right.size() > 1) {
            own.notCheckable("the round was interrupted, and told the offered course alone");
            return;
        }
        if (told.size() != right.size()) {
            own.violated(
                    "%d courses were told, the round had %d".formatted(told.size(), right.size()));
            return;
        }
        for (int i = 0; i < told.size(); i++) {
            CourseReason a = told.get(i);
            CourseReason b = right.get(i);
            if (!a.courseId().equals(b.courseId())) {
                own.violated(
                        "course %s was told in the place of %s"
                                .formatted(a.courseId(), b.courseId()));
                return;
            }
            if (!a.exclusions().equals(b.exclusions())
                    || Objects.isNull(a.rank()) != Objects.isNull(b.rank())) {
                own.violated(
                        "course %s: told %s, the input gives %s"
                                .formatted(a.courseId(), shown(a), shown(b)));
            }
        }
    }

    private static String shown(CourseReason reason) {
        return !reason.exclusions().isEmpty()
                ? reason.exclusions().toString()
                : reason.rank() == null ? "not above the held place" : "open";
    }

    private void section(AllocationDecided decided, RoundInput input) {
        if (!input.fixed().isEmpty()) {
            Integer fixed = input.fixed().getFirst().section();
            if (!fixed.equals(decided.section())) {
                own.violated(
                        "section %s was offered, the input gives %d"
                                .formatted(decided.section(), fixed));
            }
            return;
        }
        RoundLists lists = new RoundLists(input);
        int[] preferences = lists.preferences()[0];
        for (int k = 0; k < preferences.length; k++) {
            Course course = input.courses().get(preferences[k]);
            if (course.courseId().equals(decided.courseId())) {
                if (!Integer.valueOf(lists.section(0, k)).equals(decided.section())) {
                    own.violated(
                            "section %s was offered, the input gives %d"
                                    .formatted(decided.section(), lists.section(0, k)));
                }
                return;
            }
        }
        own.violated("course %s is not open to this person".formatted(decided.courseId()));
    }
}
