package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.events.Envelope;
import de.kim.events.SealRoot;
import de.kim.events.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * That of each source as many events are there as it sealed, of the same subjects up to the same
 * sequences. What was lost before a seal is missing at every later one, so the last two of each
 * source are looked at.
 */
final class SealCheck {
    private record Seal(Instant cut, Sealed sealed) {}

    /** What a source said: when, of which subject, with which sequence; sixteen bytes an event. */
    private static final class Said {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Seal> seals = new ArrayList<>();
        private long[] times = new long[64];
        private int[] ofSubject = new int[64];
        private int[] sequences = new int[64];
        private int size;

        void add(EventLine event) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                ofSubject = Arrays.copyOf(ofSubject, 2 * size);
                sequences = Arrays.copyOf(sequences, 2 * size);
            }
            times[size] = micros(event.time());
            ofSubject[size] = numbers.computeIfAbsent(event.subject(), fresh -> numbers.size());
            sequences[size++] = Math.toIntExact(event.sequence());
        }

        /** What a seal of this instant would say. */
        SealRoot root(Instant cut) {
            long before = micros(cut);
            int[] last = new int[numbers.size()];
            long[] counts = new long[numbers.size()];
            for (int i = 0; i < size; i++) {
                if (times[i] < before) {
                    last[ofSubject[i]] = Math.max(last[ofSubject[i]], sequences[i]);
                    counts[ofSubject[i]]++;
                }
            }
            SealRoot root = new SealRoot();
            new TreeMap<>(numbers)
                    .forEach(
                            (subject, number) -> {
                                if (counts[number] > 0) {
                                    root.add(subject, last[number], counts[number]);
                                }
                            });
            return root;
        }

        private static long micros(Instant time) {
            return Math.addExact(
                    Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
        }
    }

    private final Findings findings = new Findings("seals");
    private final Map<String, Said> sources = new HashMap<>();

    void take(EventLine event) {
        Said said = sources.computeIfAbsent(event.source(), source -> new Said());
        Envelope known = event.known();
        if (known != null && known.event() instanceof Sealed sealed) {
            said.seals.add(new Seal(event.time(), sealed));
        } else {
            said.add(event);
        }
    }

    Property verdict() {
        int seals = sources.values().stream().mapToInt(said -> said.seals.size()).sum();
        sources.forEach(this::check);
        return findings.verdict(
                "%d seals; of %d sources everything sealed is there"
                        .formatted(seals, sources.size()));
    }

    private void check(String source, Said said) {
        int seals = said.seals.size();
        if (seals == 0) {
            findings.notCheckable("%s has not sealed yet".formatted(source));
        }
        for (int i = Math.max(0, seals - 2); i < seals; i++) {
            check(source, said, said.seals.get(i), i == seals - 1);
        }
    }

    private void check(String source, Said said, Seal seal, boolean isLast) {
        SealRoot there = said.root(seal.cut());
        long sealed = seal.sealed().published();
        if (there.published() > sealed) {
            findings.notCheckable(
                    "%s sealed %d events before %s and said more of them later: a clock was wrong"
                            .formatted(source, sealed, seal.cut()));
        } else if (there.published() < sealed) {
            String sentence =
                    "%s sealed %d events before %s, %d of them are there"
                            .formatted(source, sealed, seal.cut(), there.published());
            if (isLast) {
                findings.notCheckable(sentence + "; the rest may still be on its way");
            } else {
                findings.violated(sentence);
            }
        } else if (!there.digest().equals(seal.sealed().root())) {
            findings.violated(
                    "%s sealed other events before %s than those that are there"
                            .formatted(source, seal.cut()));
        }
    }
}
