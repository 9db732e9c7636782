package de.kim.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.note.KeySuccession;
import de.kim.audit.note.SigningKey;
import de.kim.events.Outcome;
import de.kim.rules.tree.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever changes a bundle is found, and told by name what was changed. */
class BundleVerifierTest {
    private static final SigningKey FOREIGN = SigningKey.fresh("kim-ledger");

    @TempDir private Path folder;

    @Test
    void an_honest_bundle_is_confirmed_as_far_as_it_can_be() throws IOException {
        AuditResult result = verify(Story.ofAQuarter().written());
        assertThat(result.ok()).isTrue();
        assertThat(result.properties().stream().map(Property::name))
                .containsExactlyElementsOf(BundleVerifier.PROPERTIES);
        assertThat(
                        result.properties().stream()
                                .filter(it -> it.verdict() != Verdict.OK)
                                .map(Property::name))
                .containsExactly(
                        "seals",
                        "round-inputs",
                        "round-outcomes",
                        "round-outcomes-among-kept",
                        "round-outcomes-of-erased",
                        "report-by-profile");
        assertThat(detail(result, "rounds")).startsWith("1 rounds and 4 decisions");
    }

    @Test
    void who_brings_no_key_is_told_to_compare() throws IOException {
        AuditResult result =
                BundleVerifier.verify(Story.ofAQuarter().written().zip(folder), List.of());
        assertThat(result.ok()).isTrue();
        assertThat(verdict(result, "keys")).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(detail(result, "keys")).contains(Story.KEY.publicLine().toString());
    }

    @Test
    void a_key_that_the_one_before_vouches_for_may_sign() throws IOException {
        Story story = Story.ofAQuarter().written();
        story.put(
                Bundle.KEYS,
                List.of(
                        new Bundle.Key(Story.KEY.publicLine().toString(), null),
                        new Bundle.Key(
                                FOREIGN.publicLine().toString(),
                                KeySuccession.vouch(Story.KEY, FOREIGN.publicLine()).toString())));
        story.put(Bundle.CHECKPOINTS, List.of(story.checkpoint(FOREIGN)));
        assertThat(verify(story).ok()).isTrue();
    }

    @Test
    void an_event_whose_bytes_have_a_line_feed_survives_the_line() throws IOException {
        Story story = Story.ofAQuarter();
        story.change(0, "\"data\":", "\"data\":\n");
        story.written();
        Path file = folder.resolve("written.zip");
        try (BundleWriter writer = new BundleWriter(Files.newOutputStream(file))) {
            writer.head(
                    new Bundle.Manifest(
                            Bundle.FORMAT,
                            "2026Q4",
                            story.events.size(),
                            story.tree().root().base64(),
                            1),
                    List.of(new Bundle.Key(Story.KEY.publicLine().toString(), null)),
                    List.of(story.checkpoint(Story.KEY)));
            for (byte[] event : story.events) {
                writer.leaf(Hash.leaf(event));
            }
            writer.beginEvents();
            for (byte[] event : story.events) {
                writer.event(event);
            }
            writer.report(story.report());
        }
        AuditResult result = BundleVerifier.verify(file, List.of(Story.KEY.publicLine()));
        assertThat(result.properties()).allMatch(it -> it.verdict() != Verdict.VIOLATED);
        assertThat(verdict(result, "events")).isEqualTo(Verdict.OK);
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                tampering(
                        "one byte of an event changed",
                        story -> {
                            story.change(5, "jobcenter-stadt", "jobcenter-stAdt");
                            story.entries.put(Bundle.EVENTS, story.lines());
                        },
                        "events",
                        "the event of index 5 was changed: there is event " + eventId(5)),
                tampering(
                        "an event removed",
                        story -> {
                            story.events.remove(5);
                            story.entries.put(Bundle.EVENTS, story.lines());
                        },
                        "events",
                        "the event of index 5 was removed"),
                tampering(
                        "the last event removed",
                        story -> {
                            story.events.removeLast();
                            story.entries.put(Bundle.EVENTS, story.lines());
                        },
                        "events",
                        "was removed"),
                tampering(
                        "two events exchanged",
                        story -> {
                            Collections.swap(story.events, 3, 5);
                            story.entries.put(Bundle.EVENTS, story.lines());
                        },
                        "events",
                        "stands at index 5 and was signed at 3"),
                tampering(
                        "an event added",
                        story -> {
                            story.events.add(4, event(story, 4, "0000-0000-", "0000-0001-"));
                            story.entries.put(Bundle.EVENTS, story.lines());
                        },
                        "events",
                        "was added at index 4"),
                tampering(
                        "an event removed together with its leaf",
                        story -> {
                            story.events.remove(5);
                            story.entries.put(Bundle.EVENTS, story.lines());
                            story.entries.put(Bundle.LEAVES, story.leaves());
                        },
                        "tree",
                        "leaves, the manifest says"),
                tampering(
                        "an event changed together with its leaf",
                        story -> {
                            story.change(5, "jobcenter-stadt", "jobcenter-stAdt");
                            story.entries.put(Bundle.EVENTS, story.lines());
                            story.entries.put(Bundle.LEAVES, story.leaves());
                        },
                        "tree",
                        "are not what was signed"),
                tampering(
                        "an event removed by who has the key",
                        story -> {
                            story.events.remove(6);
                            story.written();
                        },
                        "sequences",
                        "after 0"),
                tampering(
                        "a checkpoint of a foreign key",
                        story -> story.put(Bundle.CHECKPOINTS, List.of(story.checkpoint(FOREIGN))),
                        "checkpoints",
                        "no key of this ledger has signed the checkpoint of size"),
                tampering(
                        "a foreign key slipped in",
                        story -> {
                            story.put(
                                    Bundle.KEYS,
                                    List.of(
                                            new Bundle.Key(Story.KEY.publicLine().toString(), null),
                                            new Bundle.Key(FOREIGN.publicLine().toString(), null)));
                            story.put(Bundle.CHECKPOINTS, List.of(story.checkpoint(FOREIGN)));
                        },
                        "keys",
                        "nobody vouches for key " + FOREIGN.publicLine().id()),
                tampering(
                        "everything signed anew with a foreign key",
                        story -> {
                            story.put(
                                    Bundle.KEYS,
                                    List.of(new Bundle.Key(FOREIGN.publicLine().toString(), null)));
                            story.put(Bundle.CHECKPOINTS, List.of(story.checkpoint(FOREIGN)));
                        },
                        "keys",
                        "none of the bundle's keys is one that you brought along"),
                tampering(
                        "no checkpoint",
                        story -> story.put(Bundle.CHECKPOINTS, List.of()),
                        "tree",
                        "no signed checkpoint covers"),
                tampering(
                        "a figure of the report altered, by who has the key",
                        story ->
                                story.entries.put(
                                        Bundle.REPORT,
                                        text(story, Bundle.REPORT)
                                                .replace("\"referred\":4", "\"referred\":5")
                                                .getBytes(StandardCharsets.UTF_8)),
                        "report",
                        "/funnel/referred says 5, the events give 4"),
                tampering(
                        "a report of nothing",
                        story -> story.put(Bundle.REPORT, Map.of()),
                        "report",
                        "/funnel says nothing"),
                tampering(
                        "a second live offer, by who has the key",
                        story -> {
                            story.offered(Story.id(4), Story.id(300), 3);
                            story.offered(Story.id(4), Story.id(301), 3);
                            story.written();
                        },
                        "offers",
                        "beside a live one"),
                tampering(
                        "somebody overtaken, by who has the key",
                        story -> {
                            story.say(Story.decided(Story.id(4), Outcome.WAITING, 2));
                            story.written();
                        },
                        "rounds",
                        "did not get course " + Story.id(1000) + " although within its cut-off"),
                tampering(
                        "a place given beyond the cut-off, by who has the key",
                        story -> {
                            story.offered(Story.id(4), Story.id(300), 4);
                            story.written();
                        },
                        "rounds",
                        "beyond its cut-off"),
                tampering(
                        "another manifest",
                        story ->
                                story.entries.put(
                                        Bundle.MANIFEST,
                                        text(story, Bundle.MANIFEST)
                                                .replace("\"size\":", "\"size\":1")
                                                .getBytes(StandardCharsets.UTF_8)),
                        "tree",
                        "the manifest says 1"),
                tampering(
                        "a manifest that is none",
                        story -> story.entries.put(Bundle.MANIFEST, new byte[] {'{'}),
                        "container",
                        "manifest.json is not what it should be"),
                tampering(
                        "a size beyond all bounds",
                        story ->
                                story.put(
                                        Bundle.MANIFEST,
                                        new Bundle.Manifest(
                                                Bundle.FORMAT, "2026Q4", 1L << 60, "", 1)),
                        "container",
                        "the manifest says 1152921504606846976 events"),
                tampering(
                        "no quarter",
                        story ->
                                story.put(
                                        Bundle.MANIFEST,
                                        new Bundle.Manifest(Bundle.FORMAT, "", 1, "", 1)),
                        "container",
                        "the manifest names no quarter"),
                tampering(
                        "a path out of the zip in the place of an entry",
                        story -> rename(story, Bundle.LEAVES, "../../etc/cron.d/x"),
                        "container",
                        "'../../etc/cron.d/x' in the place of leaves.bin"),
                tampering(
                        "one entry more",
                        story -> story.entries.put("/etc/passwd", new byte[1]),
                        "container",
                        "7 entries in the place of 6"),
                tampering(
                        "one entry less",
                        story -> story.entries.remove(Bundle.REPORT),
                        "container",
                        "5 entries in the place of 6"),
                tampering(
                        "a bomb in the report",
                        story -> story.entries.put(Bundle.REPORT, new byte[64 << 20]),
                        "container",
                        "report.json is larger than it may be"),
                tampering(
                        "a bomb of one line",
                        story -> story.entries.put(Bundle.EVENTS, new byte[64 << 20]),
                        "container",
                        "a line of events.ndjson is longer than"),
                tampering(
                        "a bomb of lines",
                        story -> story.entries.put(Bundle.EVENTS, filled((byte) '\n', 1 << 20)),
                        "container",
                        "far more lines than the manifest says"),
                tampering(
                        "a bomb of leaves",
                        story -> story.entries.put(Bundle.LEAVES, new byte[64 << 20]),
                        "container",
                        "leaves.bin is larger than it may be"),
                tampering(
                        "lines that are no events",
                        story ->
                                story.entries.put(
                                        Bundle.EVENTS,
                                        "null\n{}\n[[[\n=%%%\n\n\u0000\n"
                                                .getBytes(StandardCharsets.UTF_8)),
                        "events",
                        "line 4 is no event"),
                tampering(
                        "keys and checkpoints that are none",
                        story -> {
                            story.put(Bundle.KEYS, Arrays.asList(null, new Bundle.Key("x", "y")));
                            story.put(Bundle.CHECKPOINTS, Arrays.asList(null, "", "\n\n"));
                        },
                        "checkpoints",
                        "a checkpoint cannot be read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void what_was_tampered_with_is_named(
            String name, Consumer<Story> tampering, String property, String detail)
            throws IOException {
        Story story = Story.ofAQuarter().written();
        tampering.accept(story);
        AuditResult result = verify(story);
        assertThat(result.ok()).isFalse();
        assertThat(verdict(result, property)).as(result.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(detail(result, property)).contains(detail);
        assertThat(result.properties().stream().map(Property::name))
                .containsExactlyElementsOf(BundleVerifier.PROPERTIES);
        assertThat(result.toString()).doesNotContain("Exception");
    }

    @Test
    void a_zip_that_is_cut_off_anywhere_is_named() throws IOException {
        Path file = Story.ofAQuarter().written().zip(folder);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            AuditResult result = BundleVerifier.verify(file, List.of());
            assertThat(result.ok()).isFalse();
            assertThat(detail(result, "container")).containsAnyOf("cut off", "no zip file");
        }
    }

    /** Every byte of the file matters, but for times and names that a zip keeps twice. */
    @Test
    void no_changed_byte_of_the_zip_ends_in_anything_but_an_answer() throws IOException {
        Path file = Story.ofAQuarter().written().zip(folder);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 13) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            Files.write(file, changed);
            AuditResult result = BundleVerifier.verify(file, List.of(Story.KEY.publicLine()));
            assertThat(result.properties()).hasSize(BundleVerifier.PROPERTIES.size());
        }
    }

    private AuditResult verify(Story story) throws IOException {
        return BundleVerifier.verify(story.zip(folder), List.of(Story.KEY.publicLine()));
    }

    private static Arguments tampering(
            String name, Consumer<Story> tampering, String property, String detail) {
        return arguments(name, tampering, property, detail);
    }

    private static Verdict verdict(AuditResult result, String name) {
        return property(result, name).verdict();
    }

    private static String detail(AuditResult result, String name) {
        return property(result, name).detail();
    }

    private static Property property(AuditResult result, String name) {
        return result.properties().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String eventId(int index) {
        return "00000000-0000-4001-8000-%012x".formatted(index);
    }

    private static byte[] event(Story story, int index, String text, String by) {
        return new String(story.events.get(index), StandardCharsets.UTF_8)
                .replaceFirst(text, by)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Story story, String entry) {
        return new String(story.entries.get(entry), StandardCharsets.UTF_8);
    }

    private static void rename(Story story, String entry, String name) {
        Map<String, byte[]> renamed = new LinkedHashMap<>();
        story.entries.forEach((key, value) -> renamed.put(key.equals(entry) ? name : key, value));
        story.entries.clear();
        story.entries.putAll(renamed);
    }

    private static byte[] filled(byte value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
