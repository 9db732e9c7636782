package de.kim.audit.bundle;

import de.kim.events.RoundOpened;
import de.kim.events.Rulebook;
import de.kim.rules.InvalidRound;
import de.kim.rules.KeptInput;
import de.kim.rules.counterfactual.Counterfactual;
import de.kim.rules.counterfactual.RoundEffect;
import de.kim.rules.counterfactual.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Holds the rounds of a bundle again under other rules. It rests on what the rounds rested on, so
 * it takes a bundle with inputs; that the bundle is true is for {@link BundleVerifier} to say, but
 * an input that its own event does not commit to is left out here too.
 */
public final class BundleCounterfactual {
    /** What the figures do not say, for whoever reads them. */
    public static final List<String> LIMITS =
            List.of(
                    "Each round keeps the input it had: who waited and which places were free is"
                            + " history's, also where the other rules would have changed it before.",
                    "So a person who waits through several rounds can gain or lose in each of them,"
                            + " and empty seats are counted in each round.",
                    "Answers to offers that were never made are not known: nothing is said of who"
                            + " would have accepted or started.");

    private final Map<UUID, RoundOpened> opened = new LinkedHashMap<>();
    private final List<RoundEffect> rounds = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Counterfactual counterfactual;
    private final int rulebook;

    private BundleCounterfactual(Rulebook other) {
        counterfactual = new Counterfactual(other);
        rulebook = other.version();
    }

    /** A round that could not be held again, and why. */
    public record LeftOut(UUID roundId, String why) {}

    /**
     * What came out.
     *
     * @param rulebook the version of the other rules; 0: they have none yet
     * @param limits what the figures do not say
     */
    public record Result(
            String quarter,
            int rulebook,
            List<String> limits,
            Summary summary,
            List<RoundEffect> rounds,
            List<LeftOut> leftOut) {
        public Result {
            limits = List.copyOf(limits);
            rounds = List.copyOf(rounds);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Holds all rounds of a bundle again.
     *
     * @throws IOException when the bundle cannot be read, or has no inputs; its message is a
     *     sentence
     * @throws InvalidRound when no round can be decided by these rules
     */
    public static Result of(Path bundle, Rulebook other) throws IOException {
        try (BundleReader reader = new BundleReader(bundle)) {
            return new BundleCounterfactual(other).read(reader);
        } catch (BrokenBundle e) {
            throw new IOException(e.sentence(), e);
        }
    }

    private Result read(BundleReader reader) {
        String quarter = quarter(reader);
        for (String entry : List.of(Bundle.KEYS, Bundle.CHECKPOINTS, Bundle.LEAVES)) {
            reader.next(entry, Bundle.limit(entry, Bundle.MOST_EVENTS));
        }
        events(reader);
        inputs(reader);
        opened.values()
                .forEach(
                        round ->
                                leftOut.add(
                                        new LeftOut(
                                                round.roundId(),
                                                "its input is not in the bundle")));
        return new Result(quarter, rulebook, LIMITS, counterfactual.summary(), rounds, leftOut);
    }

    private static String quarter(BundleReader reader) {
        reader.next(Bundle.MANIFEST, Bundle.limit(Bundle.MANIFEST, 0));
        Bundle.@Nullable Manifest manifest;
        try {
            manifest = BundleJson.MAPPER.readValue(reader.all(), Bundle.Manifest.class);
        } catch (JacksonException e) {
            throw new BrokenBundle(Bundle.MANIFEST + " is not what it should be");
        }
        if (manifest == null || !Bundle.hasInputs(manifest.format())) {
            throw new BrokenBundle("the bundle has no inputs of rounds to decide on");
        }
        return manifest.quarter();
    }

    private void events(BundleReader reader) {
        reader.next(Bundle.EVENTS, Bundle.limit(Bundle.EVENTS, 0));
        BundleLines lines = new BundleLines(Bundle.EVENTS, reader.content(), Bundle.LONGEST_EVENT);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            RoundOpened round = BundleCompletion.roundOpened(BundleLines.event(line));
            if (round != null) {
                opened.put(round.roundId(), round);
            }
        }
    }

    private void inputs(BundleReader reader) {
        reader.next(Bundle.INPUTS, Bundle.limit(Bundle.INPUTS, 0));
        BundleLines lines =
                new BundleLines(Bundle.INPUTS, reader.content(), InputLine.LONGEST_LINE);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            take(read(line));
        }
    }

    private static InputLine read(byte[] line) {
        try {
            return InputLine.read(line);
        } catch (IllegalArgumentException e) {
            throw new BrokenBundle("a line of " + Bundle.INPUTS + " is no input");
        }
    }

    private void take(InputLine line) {
        RoundOpened round = opened.remove(line.roundId());
        if (round == null) {
            leftOut.add(new LeftOut(line.roundId(), "no event tells of it"));
        } else if (line.input() == null) {
            leftOut.add(new LeftOut(round.roundId(), "its input is not kept any more"));
        } else {
            hold(round, InputLine.bytes(line.input()));
        }
    }

    private void hold(RoundOpened round, byte[] canonical) {
        UUID id = round.roundId();
        try {
            KeptInput kept = KeptInput.ofCanonicalBytes(canonical);
            if (!kept.digest().equals(round.inputDigest())) {
                leftOut.add(new LeftOut(id, "its input is not the one it committed to"));
            } else if (!kept.isWhole()) {
                leftOut.add(new LeftOut(id, "people of it were erased since"));
            } else {
                rounds.add(counterfactual.hold(id, kept.whole()));
            }
        } catch (InvalidRound e) {
            leftOut.add(new LeftOut(id, "it cannot be decided: " + e.code()));
        }
    }
}
