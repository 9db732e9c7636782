package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.bundle.Bundle.Manifest;
import de.kim.audit.note.PublicKeyLine;
import de.kim.events.Envelope;
import de.kim.rules.tree.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Checks an audit bundle with nothing but the bundle and the keys that the auditor brings along: no
 * network, no database, no trust in whoever wrote it. It goes through the file once.
 */
public final class BundleVerifier {
    /** Every property, in the order in which they are told. */
    public static final List<String> PROPERTIES =
            List.of(
                    "container",
                    "keys",
                    "checkpoints",
                    "tree",
                    "events",
                    "sequences",
                    "seals",
                    "offers",
                    "rounds",
                    "round-inputs",
                    "round-outcomes",
                    "round-outcomes-among-kept",
                    "round-outcomes-of-erased",
                    "report",
                    "report-by-profile");

    private final Collection<PublicKeyLine> brought;
    private final List<Property> properties = new ArrayList<>();
    private final Findings events = new Findings("events");
    private final CheckpointCheck checkpoints = new CheckpointCheck();
    private final Sequences sequences = new Sequences();
    private final SealCheck seals = new SealCheck();
    private final OfferCheck offers = new OfferCheck();
    private final RoundCheck rounds = new RoundCheck();
    private final RoundInputCheck inputs = new RoundInputCheck();
    private final ReportCheck report = new ReportCheck();
    private String format = Bundle.FORMAT;
    private long lines;

    private BundleVerifier(Collection<PublicKeyLine> brought) {
        this.brought = brought;
    }

    /**
     * Checks a file.
     *
     * @param keys public keys of the ledger that the auditor knows from elsewhere; may be empty
     * @throws IOException when the file cannot be opened
     */
    public static AuditResult verify(Path file, Collection<PublicKeyLine> keys) throws IOException {
        return new BundleVerifier(keys).verify(file);
    }

    private AuditResult verify(Path file) throws IOException {
        Property container;
        try (BundleReader reader = new BundleReader(file)) {
            read(reader);
            container = new Property("container", Verdict.OK, format);
        } catch (BrokenBundle e) {
            container = new Property("container", Verdict.VIOLATED, e.sentence());
        }
        properties.addFirst(container);
        Set<String> told = properties.stream().map(Property::name).collect(Collectors.toSet());
        for (String name : PROPERTIES) {
            if (!told.contains(name)) {
                properties.add(
                        new Property(
                                name,
                                Verdict.NOT_CHECKABLE,
                                "the bundle could not be read that far"));
            }
        }
        return AuditResult.of(properties);
    }

    private void read(BundleReader reader) {
        Manifest manifest = manifest(reader);
        KeyCheck keys = keys(reader);
        properties.add(keys.verdict());
        reader.next(Bundle.CHECKPOINTS, Bundle.limit(Bundle.CHECKPOINTS, 0));
        checkpoints.take(
                json(reader, Bundle.CHECKPOINTS, new TypeReference<List<String>>() {}),
                keys.trusted());
        byte[] leaves = leaves(reader, manifest);
        properties.addAll(checkpoints.verdicts());
        events(reader, manifest, leaves);
        properties.add(sequences.verdict());
        properties.add(seals.verdict());
        properties.add(offers.verdict());
        properties.add(rounds.verdict());
        if (Bundle.hasInputs(format)) {
            inputs(reader);
        }
        properties.addAll(inputs.verdicts(sequences, Bundle.hasInputs(format)));
        reader.next(Bundle.REPORT, Bundle.limit(Bundle.REPORT, 0));
        report.check(reader.all(), manifest);
        reader.end();
        properties.addAll(report.verdicts());
    }

    private Manifest manifest(BundleReader reader) {
        reader.next(Bundle.MANIFEST, Bundle.limit(Bundle.MANIFEST, 0));
        Manifest manifest = json(reader, Bundle.MANIFEST, new TypeReference<>() {});
        if (!Bundle.isFormat(manifest.format())) {
            throw new BrokenBundle(
                    "the format is not %s or %s".formatted(Bundle.FORMAT, Bundle.WITH_INPUTS));
        }
        format = manifest.format();
        reader.expect(
                Bundle.hasInputs(format)
                        ? Bundle.ENTRIES_WITH_INPUTS.size()
                        : Bundle.ENTRIES.size());
        if (manifest.size() < 1 || manifest.size() > Bundle.MOST_EVENTS) {
            throw new BrokenBundle(
                    "the manifest says %d events; 1 to %d are read"
                            .formatted(manifest.size(), Bundle.MOST_EVENTS));
        }
        try {
            Quarter.parse(manifest.quarter());
        } catch (RuntimeException e) {
            throw new BrokenBundle("the manifest names no quarter");
        }
        return manifest;
    }

    private KeyCheck keys(BundleReader reader) {
        reader.next(Bundle.KEYS, Bundle.limit(Bundle.KEYS, 0));
        return new KeyCheck(json(reader, Bundle.KEYS, new TypeReference<>() {}), brought);
    }

    private byte[] leaves(BundleReader reader, Manifest manifest) {
        reader.next(Bundle.LEAVES, Bundle.limit(Bundle.LEAVES, manifest.size()));
        byte[] leaves = reader.all();
        boolean isSigned = checkpoints.isSigned(manifest.size());
        for (int at = 0; at + Hash.LENGTH <= leaves.length; at += Hash.LENGTH) {
            checkpoints.leaf(Hash.of(Arrays.copyOfRange(leaves, at, at + Hash.LENGTH)));
        }
        checkpoints.end(manifest, isSigned);
        return leaves;
    }

    private void events(BundleReader reader, Manifest manifest, byte[] leaves) {
        reader.next(Bundle.EVENTS, Bundle.limit(Bundle.EVENTS, 0));
        LeafMatch match = new LeafMatch(leaves, events);
        BundleLines content =
                new BundleLines(Bundle.EVENTS, reader.content(), Bundle.LONGEST_EVENT);
        for (byte[] line = content.next(); line != null; line = content.next()) {
            if (lines > manifest.size() + 1000) {
                throw new BrokenBundle(
                        Bundle.EVENTS + " has far more lines than the manifest says");
            }
            event(BundleLines.event(line), match);
        }
        match.end();
        properties.add(events.verdict("%d events are those that were signed".formatted(lines)));
    }

    private void event(byte[] bytes, LeafMatch match) {
        long line = lines++;
        EventLine event;
        try {
            event = EventLine.read(bytes);
        } catch (IllegalArgumentException e) {
            match.take(line, Hash.leaf(bytes), "line %d, which is no event".formatted(line + 1));
            events.violated("line %d is no event".formatted(line + 1));
            return;
        }
        match.take(line, Hash.leaf(bytes), "event " + event.id());
        try {
            sequences.take(event);
            seals.take(event);
            Envelope known = event.known();
            if (known != null) {
                offers.take(known.event());
                rounds.take(known.event(), event.time());
                inputs.take(known);
            }
            report.take(event);
        } catch (RuntimeException e) {
            // values that a source of KIM never says, in an event that was not signed like this
            report.broken("event %s cannot be taken into the figures".formatted(event.id()));
        }
    }

    private void inputs(BundleReader reader) {
        reader.next(Bundle.INPUTS, Bundle.limit(Bundle.INPUTS, 0));
        BundleLines content =
                new BundleLines(Bundle.INPUTS, reader.content(), InputLine.LONGEST_LINE);
        long number = 0;
        for (byte[] line = content.next(); line != null; line = content.next()) {
            number++;
            InputLine input;
            try {
                input = InputLine.read(line);
            } catch (IllegalArgumentException e) {
                inputs.broken(number);
                continue;
            }
            inputs.take(input);
        }
    }

    private static <T> T json(BundleReader reader, String entry, TypeReference<T> type) {
        byte[] bytes = reader.all();
        try {
            T read = BundleJson.MAPPER.readValue(new String(bytes, StandardCharsets.UTF_8), type);
            if (read == null) {
                throw new BrokenBundle(entry + " says nothing");
            }
            return read;
        } catch (JacksonException e) {
            throw new BrokenBundle(entry + " is not what it should be");
        }
    }
}
