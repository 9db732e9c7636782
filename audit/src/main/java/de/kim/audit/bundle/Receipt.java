package de.kim.audit.bundle;

import de.kim.audit.tree.Hash;
import de.kim.events.AllocationDecided;
import de.kim.events.PublicEvent;
import de.kim.rules.InvalidRound;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
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
 */
public record Receipt(
        String format,
        UUID referralId,
        List<Bundle.Key> keys,
        String checkpoint,
        Proven decision,
        Proven verified,
        Proven rulebook,
        @Nullable String input) {
    /** The format and its version. */
    public static final String FORMAT = "kim-decision-receipt 1";

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
                    path.stream().map(Hash::base64).toList());
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
     * The same with what the round rested on, as far as it is this person's or nobody's.
     *
     * @param canonical the canonical bytes of the whole round
     * @throws InvalidRound when they are none
     */
    public Receipt withInputOf(byte[] canonical) {
        RoundInput round = RoundInput.ofCanonicalBytes(canonical);
        List<Person> alone =
                round.people().stream().filter(it -> it.referralId().equals(referralId)).toList();
        RoundInput own =
                new RoundInput(
                        round.heldOn(),
                        round.rulebook(),
                        alone,
                        round.courses(),
                        round.admissions(),
                        round.municipalities(),
                        round.fixed().stream()
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
                new String(own.canonicalBytes(), StandardCharsets.UTF_8));
    }
}
