package de.kim.audit.bundle;

import de.kim.events.RoundOpened;
import de.kim.events.WireName;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes a bundle that a server wrote by what its rounds rested on. The ledger does not have
 * that: it is asked for round by round, where rounds are held, and written as it comes.
 */
public final class BundleCompletion {
    private static final String ROUND_OPENED =
            Objects.requireNonNull(RoundOpened.class.getAnnotation(WireName.class)).value();

    /** Where inputs and outcomes come from. */
    public interface Inputs {
        /** The canonical bytes of a round's input; empty when they are not kept. */
        Optional<byte[]> of(UUID roundId) throws IOException;

        /** The canonical bytes of its outcome; empty when they are not kept. */
        Optional<byte[]> outcomeOf(UUID roundId) throws IOException;
    }

    private final BundleReader from;
    private final ZipOutputStream to;
    private final List<UUID> rounds = new ArrayList<>();

    private BundleCompletion(BundleReader from, ZipOutputStream to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Writes the completed bundle.
     *
     * @param bundle of format 1
     * @return how many rounds it has, and of how many the input is not there
     * @throws IOException when one cannot be read or the other cannot be written
     */
    public static Completed complete(Path bundle, OutputStream out, Inputs inputs)
            throws IOException {
        try (BundleReader from = new BundleReader(bundle);
                ZipOutputStream to =
                        new ZipOutputStream(
                                new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8)) {
            to.setLevel(Deflater.BEST_SPEED);
            from.expect(Bundle.ENTRIES.size());
            return new BundleCompletion(from, to).complete(inputs);
        } catch (BrokenBundle e) {
            throw new IOException(e.sentence(), e);
        }
    }

    /** How many rounds a bundle tells of, and of how many the input is not kept. */
    public record Completed(int rounds, int without) {}

    private Completed complete(Inputs inputs) throws IOException {
        manifest();
        for (String entry : List.of(Bundle.KEYS, Bundle.CHECKPOINTS, Bundle.LEAVES)) {
            copy(entry);
        }
        events();
        int without = inputs(inputs);
        copy(Bundle.REPORT);
        from.end();
        return new Completed(rounds.size(), without);
    }

    private void manifest() throws IOException {
        from.next(Bundle.MANIFEST, Bundle.limit(Bundle.MANIFEST, 0));
        begin(Bundle.MANIFEST);
        try {
            if (!(BundleJson.MAPPER.readTree(from.all()) instanceof ObjectNode manifest)
                    || !Bundle.FORMAT.equals(manifest.path("format").asString(""))) {
                throw new BrokenBundle("the format is not " + Bundle.FORMAT);
            }
            manifest.put("format", Bundle.WITH_INPUTS);
            to.write(BundleJson.MAPPER.writeValueAsBytes(manifest));
        } catch (JacksonException e) {
            throw new BrokenBundle(Bundle.MANIFEST + " is not what it should be");
        }
        to.closeEntry();
    }

    private void copy(String entry) throws IOException {
        from.next(entry, Bundle.limit(entry, Bundle.MOST_EVENTS));
        begin(entry);
        try (InputStream content = from.content()) {
            content.transferTo(to);
        }
        to.closeEntry();
    }

    private void events() throws IOException {
        from.next(Bundle.EVENTS, Bundle.limit(Bundle.EVENTS, 0));
        begin(Bundle.EVENTS);
        BundleLines lines = new BundleLines(Bundle.EVENTS, from.content(), Bundle.LONGEST_EVENT);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            to.write(line);
            to.write('\n');
            round(BundleLines.event(line));
        }
        to.closeEntry();
    }

    private void round(byte[] event) {
        RoundOpened opened = roundOpened(event);
        if (opened != null) {
            rounds.add(opened.roundId());
        }
    }

    /** The event when it opens a round; null when it does not. */
    static @Nullable RoundOpened roundOpened(byte[] event) {
        if (!new String(event, StandardCharsets.ISO_8859_1).contains(ROUND_OPENED)) {
            return null;
        }
        try {
            var known = EventLine.read(event).known();
            return known != null && known.event() instanceof RoundOpened opened ? opened : null;
        } catch (IllegalArgumentException e) {
            // no event, which the verifier says better
            return null;
        }
    }

    private int inputs(Inputs inputs) throws IOException {
        begin(Bundle.INPUTS);
        int without = 0;
        for (UUID round : rounds) {
            Optional<String> input = text(inputs.of(round));
            Optional<String> outcome = text(inputs.outcomeOf(round));
            without += input.isPresent() ? 0 : 1;
            to.write(new InputLine(round, input.orElse(null), outcome.orElse(null)).write());
            to.write('\n');
        }
        to.closeEntry();
        return without;
    }

    private static Optional<String> text(Optional<byte[]> kept) {
        return kept.filter(bytes -> bytes.length <= InputLine.MOST_BYTES)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(BundleWriter.ALWAYS);
        to.putNextEntry(entry);
    }
}
