package de.kim.audit.bundle;

import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.ReportFold;
import de.kim.audit.note.Checkpoint;
import de.kim.audit.note.SignedNote;
import de.kim.audit.note.SigningKey;
import de.kim.audit.report.Definition;
import de.kim.audit.report.Report;
import de.kim.audit.report.ReportFacts;
import de.kim.events.AgeBand;
import de.kim.events.AllocationDecided;
import de.kim.events.AnsweredBy;
import de.kim.events.CapacitySet;
import de.kim.events.CourseReason;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseType;
import de.kim.events.Envelope;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.Outcome;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.ReferralRequested;
import de.kim.events.RoundKind;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookPublished;
import de.kim.events.SealRoot;
import de.kim.events.Sealed;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.rules.Admission;
import de.kim.rules.ClearingRound;
import de.kim.rules.Course;
import de.kim.rules.Entitlement;
import de.kim.rules.KeptInput;
import de.kim.rules.Municipalities;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.Rulebooks;
import de.kim.rules.tree.GrowingTree;
import de.kim.rules.tree.Hash;
import de.kim.rules.tree.MerkleTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of a small network, event by event, and the parts of its bundle, free to be changed.
 */
final class Story {
    static final SigningKey KEY = SigningKey.fresh("kim-ledger");
    private static final Instant BEGIN = Instant.parse("2026-10-05T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate STARTS = LocalDate.of(2026, 11, 2);
    private static final UUID COURSE = id(1000);
    static final UUID ROUND = id(2000);

    final List<byte[]> events = new ArrayList<>();
    final Map<String, byte[]> entries = new LinkedHashMap<>();
    final Map<UUID, RoundInput> inputs = new LinkedHashMap<>();
    private final FoldedRows rows = new FoldedRows();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = BEGIN;

    private Story() {}

    /** Four referrals for a course of three places: three begin, the fourth waits. */
    static Story ofAQuarter() {
        Story story = ofARoundWith(ClearingRound.decide(input(1, 4)));
        story.say(decided(id(4), Outcome.WAITING, 4));
        for (int person = 1; person <= 3; person++) {
            story.offered(id(person), id(200 + person), person);
        }
        for (int person = 1; person <= 3; person++) {
            story.say(
                    new PlaceAccepted(
                            id(person),
                            id(200 + person),
                            COURSE,
                            1,
                            STARTS,
                            AnsweredBy.PERSON,
                            false));
            story.say(new ParticipantStarted(COURSE, id(person), STARTS));
        }
        return story;
    }

    /** The same up to the round, which says that this is its outcome. */
    static Story ofARoundWith(RoundOutcome outcome) {
        Story story = new Story();
        story.say(new RulebookPublished(Rulebooks.FIRST, BEGIN.minusSeconds(60), "first", "body"));
        story.say(scheduled());
        story.say(new CapacitySet(COURSE, 3, 3));
        for (int person = 1; person <= 4; person++) {
            story.say(requested(id(person)));
            story.say(new ReferralQueued(id(person), id(100 + person), DAY));
        }
        RoundInput input = input(1, 4);
        story.inputs.put(ROUND, input);
        story.say(
                new RoundOpened(
                        ROUND, RoundKind.SCHEDULED, 1, 1, DAY, input.digest(), lastSeen(input)));
        story.say(
                new RoundVerified(ROUND, true, input.digest(), outcome.digest(), 4, 3, List.of()));
        return story;
    }

    /** These people, in their order by lot, for the course. */
    static RoundInput input(int first, int last) {
        List<Person> people = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            people.add(person(number));
        }
        Course course =
                new Course(
                        COURSE,
                        "traeger-01",
                        CourseType.GENERAL,
                        List.of(new Section(1, STARTS, STARTS.plusDays(30))),
                        List.of(),
                        new Venue("03404000", 52_279_000, 8_047_000, true),
                        false,
                        false,
                        false,
                        3,
                        0,
                        true);
        Admission admission =
                new Admission("traeger-01", List.of(CourseType.GENERAL), DAY.minusYears(1), STARTS);
        return new RoundInput(
                DAY,
                Rulebooks.FIRST,
                people,
                List.of(course),
                List.of(admission),
                Municipalities.OSNABRUECK);
    }

    private static Person person(int number) {
        return new Person(
                id(number),
                id(5000 + number),
                List.of(new Entitlement(LegalBasis.OBLIGED_JOBCENTER, DAY, null)),
                DAY,
                CourseType.GENERAL,
                1,
                AgeBand.FROM_27_TO_39,
                Gender.FEMALE,
                false,
                false,
                "03404000",
                List.of(),
                List.of(),
                false,
                false,
                Set.of(),
                Set.of(),
                Integer.toString(number).repeat(64),
                null,
                "%032x".formatted(number));
    }

    private static Map<String, Long> lastSeen(RoundInput input) {
        Map<String, Long> seen = new HashMap<>();
        for (Person person : input.people()) {
            seen.put("kim.referrals/" + person.referralId(), 1L);
            seen.put("kim.profiles/" + person.referralId(), 1L);
        }
        seen.put("kim.courses/" + COURSE, 1L);
        return seen;
    }

    void offered(UUID referral, UUID offer, int rank) {
        say(decided(referral, Outcome.OFFERED, rank));
        say(new PlaceOffered(referral, offer, ROUND, COURSE, 1, STARTS, BEGIN.plusSeconds(90000)));
    }

    static UUID id(int number) {
        return new UUID(0x4000L, 0x8000000000000000L + number);
    }

    static AllocationDecided decided(UUID referral, Outcome outcome, int rank) {
        boolean isOffered = outcome == Outcome.OFFERED;
        return new AllocationDecided(
                referral,
                ROUND,
                outcome,
                isOffered ? COURSE : null,
                isOffered ? 1 : null,
                List.of(new CourseReason(COURSE, List.of(), rank, 3)));
    }

    private static CourseScheduled scheduled() {
        return new CourseScheduled(
                COURSE,
                "traeger-01",
                CourseType.GENERAL,
                List.of(new Section(1, STARTS, STARTS.plusDays(30))),
                List.of(),
                new Venue("03404000", 52_279_000, 8_047_000, true),
                false,
                false,
                false,
                3,
                null,
                null,
                null);
    }

    private static ReferralRequested requested(UUID id) {
        return new ReferralRequested(
                id,
                id,
                "jobcenter-stadt",
                LegalBasis.OBLIGED_JOBCENTER,
                DAY,
                null,
                DAY,
                List.of(),
                false,
                "00");
    }

    /** Says the next event of its subject. */
    void say(PublicEvent event) {
        String source =
                event instanceof Sealed sealed
                        ? sealed.source()
                        : "/kim/" + event.getClass().getInterfaces()[0].getSimpleName();
        long sequence = sequences.merge(source + event.subject(), 1L, Long::sum);
        now = now.plusSeconds(1);
        UUID eventId = new UUID(0x4001L, 0x8000000000000000L + events.size());
        Envelope envelope =
                new Envelope(eventId, source, sequence, now, "story", "cause", null, event);
        ReportFold.project(envelope, rows);
        events.add(line(envelope));
    }

    /** Every source seals what it has said up to now. */
    void sealed() {
        Map<String, TreeMap<String, Long>> bySource = new TreeMap<>();
        for (byte[] bytes : events) {
            EventLine event = EventLine.read(bytes);
            if (!event.type().contains("sealed")) {
                bySource.computeIfAbsent(event.source(), source -> new TreeMap<>())
                        .merge(event.subject(), event.sequence(), Math::max);
            }
        }
        bySource.forEach(
                (source, subjects) -> {
                    SealRoot root = new SealRoot();
                    subjects.forEach((subject, last) -> root.add(subject, last, last));
                    say(new Sealed(source, root.published(), root.digest()));
                });
    }

    private static byte[] line(Envelope envelope) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("specversion", "1.0");
        line.put("id", envelope.id().toString());
        line.put("source", envelope.source());
        line.put("type", envelope.type());
        line.put("subject", envelope.subject());
        line.put("time", envelope.time().toString());
        line.put("datacontenttype", "application/json");
        line.put("sequence", Long.toString(envelope.sequence()));
        line.put("correlationid", envelope.correlationId());
        line.put("causationid", envelope.causationId());
        line.put("data", envelope.event());
        return BundleJson.MAPPER.writeValueAsBytes(line);
    }

    /** The parts of the bundle as an honest server writes them. */
    Story written() {
        Bundle.Manifest manifest =
                new Bundle.Manifest(
                        Bundle.FORMAT,
                        "2026Q4",
                        events.size(),
                        tree().root().base64(),
                        Definition.VERSION);
        put(Bundle.MANIFEST, manifest);
        put(Bundle.KEYS, List.of(new Bundle.Key(KEY.publicLine().toString(), null)));
        put(Bundle.CHECKPOINTS, List.of(checkpoint(KEY)));
        entries.put(Bundle.LEAVES, leaves());
        entries.put(Bundle.EVENTS, lines());
        put(Bundle.REPORT, report());
        return this;
    }

    /** The parts as the auditor's command line completes them. */
    Story writtenWithInputs() {
        written();
        byte[] report = Objects.requireNonNull(entries.remove(Bundle.REPORT));
        put(
                Bundle.MANIFEST,
                new Bundle.Manifest(
                        Bundle.WITH_INPUTS,
                        "2026Q4",
                        events.size(),
                        tree().root().base64(),
                        Definition.VERSION));
        inputs(
                inputs.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toArray(InputLine[]::new));
        entries.put(Bundle.REPORT, report);
        return this;
    }

    /** What an honest server and the command line make of the last decision on somebody. */
    Receipt receipt(UUID referral) {
        return receipt(referral, input(1, 4).canonicalBytes());
    }

    Receipt receipt(UUID referral, byte[] kept) {
        return new Receipt(
                        Receipt.FORMAT,
                        referral,
                        List.of(new Bundle.Key(KEY.publicLine().toString(), null)),
                        checkpoint(KEY),
                        proven("allocation-decided", referral.toString()),
                        proven("round-verified", ROUND.toString()),
                        proven("rulebook-published", "rulebook"),
                        null,
                        null)
                .withInputOf(kept);
    }

    /** The last event of this type about this subject. */
    Receipt.Proven proven(String type, String subject) {
        for (int index = events.size() - 1; index >= 0; index--) {
            String event = new String(events.get(index), StandardCharsets.UTF_8);
            if (event.contains(type) && event.contains("\"subject\":\"" + subject)) {
                MerkleTree tree = new MerkleTree(this::node);
                return Receipt.Proven.of(
                        index, events.get(index), tree.inclusion(index, events.size()));
            }
        }
        throw new IllegalArgumentException(type + " of " + subject);
    }

    private Hash node(int level, long index) {
        return level == 0
                ? Hash.leaf(events.get(Math.toIntExact(index)))
                : Hash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    static InputLine line(UUID round, RoundInput input) {
        return line(round, KeptInput.of(input), ClearingRound.decide(input));
    }

    static InputLine line(UUID round, KeptInput input, RoundOutcome outcome) {
        return new InputLine(
                round,
                new String(input.canonicalBytes(), StandardCharsets.UTF_8),
                new String(outcome.canonicalBytes(), StandardCharsets.UTF_8));
    }

    void inputs(InputLine... lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (InputLine line : lines) {
            all.writeBytes(line.write());
            all.write('\n');
        }
        entries.put(Bundle.INPUTS, all.toByteArray());
    }

    Report report() {
        LocalDate from = LocalDate.of(2026, 10, 1);
        LocalDate until = LocalDate.of(2026, 12, 31);
        return ReportFacts.of(rows, events.size(), DAY, from, until).report(from, until);
    }

    String checkpoint(SigningKey key) {
        Checkpoint checkpoint = new Checkpoint("kim-ledger", events.size(), tree().root());
        return SignedNote.sign(checkpoint.text(), List.of(key)).toString();
    }

    void put(String entry, Object json) {
        entries.put(entry, BundleJson.MAPPER.writeValueAsBytes(json));
    }

    GrowingTree tree() {
        GrowingTree tree = new GrowingTree();
        events.forEach(event -> tree.add(Hash.leaf(event)));
        return tree;
    }

    byte[] leaves() {
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        events.forEach(event -> leaves.writeBytes(Hash.leaf(event).bytes()));
        return leaves.toByteArray();
    }

    byte[] lines() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (byte[] event : events) {
            lines.writeBytes(event);
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** Replaces text in an event. */
    void change(int index, String text, String by) {
        String event = new String(events.get(index), StandardCharsets.UTF_8);
        if (!event.contains(text)) {
            throw new IllegalArgumentException(event);
        }
        events.set(index, event.replace(text, by).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the parts, as they are now, into a zip. */
    Path zip(Path folder) {
        Path file = folder.resolve("bundle.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
