package de.kim.audit.bundle;

import de.kim.events.AllocationDecided;
import de.kim.events.PublicEvent;
import de.kim.rules.InvalidRound;
import de.kim.rules.KeptInput;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.tree.Hash;
import de.kim.rules.tree.MerkleTree;
import de.kim.rules.tree.TreeNodes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One decision, provable against a signed checkpoint, that shows nobody else (docs/audit-format.md,
 * "The decision receipt").
 *
 * @param keys the public keys of the ledger, the first first
 * @param checkpoint a signed note
 * @param decision AllocationDecided of the referral
 * @param verified RoundVerified of its round
 * @param rulebook RulebookPublished of the rules that the round was held under
 * @param input the canonical input of the round with this person alone; null when it is not kept
 * @param proof that it is part of what the round committed to; null with the input
 */
public record Receipt(
        String format,
        UUID referralId,
        List<Bundle.Key> keys,
        String checkpoint,
        Proven decision,
        Proven verified,
        Proven rulebook,
        @Nullable String input,
        @Nullable InputProof proof) {
    /** The format and its version. */
    public static final String FORMAT = "kim-decision-receipt 2";

    /**
     * An event with the proof that it stands in the ledger.
     *
     * @param event the exact bytes as text; as Base64 after {@code =} when they are none
     * @param path from the leaf to the root, Base64
     */
    public record Proven(long index, String event, List<String> path) {
        public Proven {
            path = List.copyOf(path);
        }

        /** With the event's exact bytes. */
        public static Proven of(long index, byte[] event, List<Hash> path) {
            String text = new String(event, StandardCharsets.UTF_8);
            boolean isText =
                    !text.startsWith("=")
                            && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), event);
            return new Proven(
                    index,
                    isText ? text : Bundle.ENCODED + Base64.getEncoder().encodeToString(event),
                    base64(path));
        }

        byte[] bytes() {
            return BundleLines.event(event.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * What the event says.
         *
         * @throws IllegalArgumentException when it is no event that this version knows
         */
        PublicEvent said() {
            var known = EventLine.read(bytes()).known();
            if (known == null) {
                throw new IllegalArgumentException("an unknown event");
            }
            return known.event();
        }
    }

    /**
     * That the parts of {@code input} stand in the tree whose root is the round's digest.
     *
     * @param size how many parts the whole input has
     * @param facts that it begins with the parts that are of nobody (RFC 9162 §2.1.4), Base64
     * @param own for each of the other parts of {@code input}, in order, where it stands
     */
    public record InputProof(long size, List<String> facts, List<OwnPart> own) {
        public InputProof {
            facts = List.copyOf(facts);
            own = List.copyOf(own);
        }
    }

    /** The place of one part, with its path (RFC 9162 §2.1.3), Base64. */
    public record OwnPart(long index, List<String> path) {
        public OwnPart {
            path = List.copyOf(path);
        }
    }

    public Receipt {
        keys = List.copyOf(keys);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Receipt read(byte[] json) {
        try {
            return BundleJson.MAPPER.readValue(
                    new String(json, StandardCharsets.UTF_8), Receipt.class);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no receipt", e);
        }
    }

    public byte[] write() {
        return BundleJson.MAPPER.writeValueAsBytes(this);
    }

    /**
     * The round that decided.
     *
     * @throws IllegalArgumentException when the event is no decision
     */
    public UUID roundId() {
        if (decision.said() instanceof AllocationDecided decided) {
            return decided.roundId();
        }
        throw new IllegalArgumentException("no decision");
    }

    /**
     * The same with what the round rested on, as far as it is this person's or nobody's, and that
     * the round committed to it; without it when the person is erased.
     *
     * @param canonical the canonical bytes of the whole round
     * @throws InvalidRound when they are none
     */
    public Receipt withInputOf(byte[] canonical) {
        KeptInput round = KeptInput.ofCanonicalBytes(canonical);
        List<Person> alone =
                round.known().people().stream()
                        .filter(it -> it.referralId().equals(referralId))
                        .toList();
        if (alone.isEmpty()) {
            return this;
        }
        RoundInput own =
                new RoundInput(
                        round.known().heldOn(),
                        round.known().rulebook(),
                        alone,
                        round.known().courses(),
                        round.known().admissions(),
                        round.known().municipalities(),
                        round.known().fixed().stream()
                                .filter(place -> place.referralId().equals(referralId))
                                .toList());
        return new Receipt(
                format,
                referralId,
                keys,
                checkpoint,
                decision,
                verified,
                rulebook,
                new String(own.canonicalBytes(), StandardCharsets.UTF_8),
                proof(round));
    }

    private InputProof proof(KeptInput round) {
        List<Hash> leaves = round.leaves();
        MerkleTree tree = new MerkleTree(TreeNodes.over(leaves));
        List<OwnPart> own =
                IntStream.concat(
                                round.leafOf(referralId).stream(),
                                round.fixedLeafOf(referralId).stream())
                        .mapToObj(
                                index ->
                                        new OwnPart(
                                                index,
                                                base64(tree.inclusion(index, leaves.size()))))
                        .toList();
        return new InputProof(
                leaves.size(), base64(tree.consistency(round.factLeaves(), leaves.size())), own);
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
