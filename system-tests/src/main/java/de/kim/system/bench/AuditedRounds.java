package de.kim.system.bench;

import de.kim.audit.bundle.BundleCompletion;
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
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.kit.door.CloudEventJson;
import de.kim.rules.Admission;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.Course;
import de.kim.rules.Entitlement;
import de.kim.rules.Municipalities;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.RoundReasons;
import de.kim.rules.Rulebooks;
import de.kim.rules.verify.RoundVerifier;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * A ledger that an auditor finds nothing wrong with: round after round of a hundred invented people
 * and eight courses of ten places, each really decided and verified.
 */
final class AuditedRounds {
    private static final int PEOPLE = 100;
    private static final int COURSES = 8;
    private static final int PLACES = 10;
    private static final int CHUNK = 1 << 20;
    private static final String PROVIDER = "traeger-01";
    private static final Instant BEGIN = Instant.parse("2026-07-06T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 6);
    private static final LocalDate STARTS = LocalDate.of(2026, 8, 10);

    private static final String COPY =
            "copy ledger (index, event_id, topic, source, subject, sequence, type, time,"
                    + " referral_id, bytes) from stdin";

    private final CloudEventJson json = new CloudEventJson();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<UUID, byte[]> inputs = new HashMap<>();
    private final Map<UUID, byte[]> outcomes = new HashMap<>();
    private final StringBuilder lines = new StringBuilder();
    private long index;

    /** Writes at least so many events, with the nodes of the tree; gives the exact number. */
    long fill(Connection connection, int events) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        say(new RulebookPublished(Rulebooks.FIRST, BEGIN.minusSeconds(60), "first", "bench"));
        for (var round = 0; index < events; round++) {
            round(round);
            if (lines.length() > CHUNK) {
                copy.copyIn(COPY, new StringReader(lines.toString()));
                lines.setLength(0);
            }
        }
        copy.copyIn(COPY, new StringReader(lines.toString()));
        try (var update =
                connection.prepareStatement("update ledger_head set size = ?, newest = ?")) {
            update.setLong(1, index);
            update.setObject(2, BEGIN.plusSeconds(index).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
        try (var grow = connection.createStatement()) {
            grow.execute("select ledger_grow_nodes()");
        }
        connection.commit();
        return index;
    }

    /** What each round rested on and gave, as allocation-service keeps it. */
    BundleCompletion.Inputs inputs() {
        return new BundleCompletion.Inputs() {
            @Override
            public Optional<byte[]> of(UUID roundId) {
                return Optional.ofNullable(inputs.get(roundId));
            }

            @Override
            public Optional<byte[]> outcomeOf(UUID roundId) {
                return Optional.ofNullable(outcomes.get(roundId));
            }
        };
    }

    /** How many rounds there were. */
    int number() {
        return inputs.size();
    }

    private void round(int round) {
        var input = input(round);
        for (var course : input.courses()) {
            say(scheduled(course));
            say(new CapacitySet(course.courseId(), PLACES, PLACES));
        }
        for (var person : input.people()) {
            say(requested(person));
            say(new ReferralQueued(person.referralId(), person.pseudonym(), DAY));
        }
        var roundId = id(5, round);
        var outcome = ClearingRound.decide(input);
        var verdicts = RoundVerifier.verify(input, outcome);
        say(
                new RoundOpened(
                        roundId, RoundKind.SCHEDULED, 1, 1, DAY, input.digest(), lastSeen(input)));
        say(
                new RoundVerified(
                        roundId,
                        RoundVerifier.passed(verdicts),
                        input.digest(),
                        outcome.digest(),
                        PEOPLE,
                        outcome.assignments().size(),
                        verdicts));
        inputs.put(roundId, input.canonicalBytes());
        outcomes.put(roundId, outcome.canonicalBytes());
        decide(roundId, input, outcome);
    }

    private void decide(UUID roundId, RoundInput input, RoundOutcome outcome) {
        var reasons = new RoundReasons(input, outcome);
        var places = outcome.byReferral();
        for (var person : input.people()) {
            var place = places.get(person.referralId());
            List<CourseReason> why = reasons.of(person.referralId());
            say(
                    new AllocationDecided(
                            person.referralId(),
                            roundId,
                            place == null ? Outcome.WAITING : Outcome.OFFERED,
                            place == null ? null : place.courseId(),
                            place == null ? null : place.section(),
                            why));
            if (place != null) {
                take(roundId, place);
            }
        }
    }

    private void take(UUID roundId, Assignment place) {
        var offer = new UUID(place.referralId().getMostSignificantBits() + 1, index);
        say(
                new PlaceOffered(
                        place.referralId(),
                        offer,
                        roundId,
                        place.courseId(),
                        place.section(),
                        STARTS,
                        BEGIN.plusSeconds(index)));
        say(
                new PlaceAccepted(
                        place.referralId(),
                        offer,
                        place.courseId(),
                        place.section(),
                        STARTS,
                        AnsweredBy.PERSON,
                        false));
        say(new ParticipantStarted(place.courseId(), place.referralId(), STARTS));
    }

    private static RoundInput input(int round) {
        var courses = new ArrayList<Course>();
        for (var number = 0; number < COURSES; number++) {
            courses.add(course(round * COURSES + number));
        }
        var people = new ArrayList<Person>();
        for (var number = 0; number < PEOPLE; number++) {
            people.add(person(round * PEOPLE + number));
        }
        return new RoundInput(
                DAY,
                Rulebooks.FIRST,
                people,
                courses,
                List.of(
                        new Admission(
                                PROVIDER,
                                List.of(CourseType.GENERAL),
                                DAY.minusYears(1),
                                DAY.plusYears(1))),
                Municipalities.OSNABRUECK);
    }

    private static Course course(int number) {
        return new Course(
                id(3, number),
                PROVIDER,
                CourseType.GENERAL,
                List.of(new Section(1, STARTS, STARTS.plusDays(30))),
                List.of(),
                venue(),
                false,
                false,
                false,
                PLACES,
                0,
                true);
    }

    private static Venue venue() {
        return new Venue("03404000", 52_279_000, 8_047_000, true);
    }

    private static Person person(int number) {
        return new Person(
                id(1, number),
                id(4, number),
                List.of(new Entitlement(LegalBasis.OBLIGED_JOBCENTER, DAY, null)),
                DAY,
                CourseType.GENERAL,
                1,
                AgeBand.FROM_27_TO_39,
                number % 2 == 0 ? Gender.FEMALE : Gender.MALE,
                false,
                false,
                "03404000",
                List.of(),
                List.of(),
                false,
                false,
                Set.of(),
                Set.of(),
                "%064x".formatted(number),
                null);
    }

    private static CourseScheduled scheduled(Course course) {
        return new CourseScheduled(
                course.courseId(),
                PROVIDER,
                CourseType.GENERAL,
                course.sections(),
                List.of(),
                venue(),
                false,
                false,
                false,
                PLACES,
                null,
                null,
                null);
    }

    private static ReferralRequested requested(Person person) {
        return new ReferralRequested(
                person.referralId(),
                person.pseudonym(),
                "jobcenter-stadt",
                LegalBasis.OBLIGED_JOBCENTER,
                DAY,
                null,
                DAY,
                List.of(),
                false,
                "00");
    }

    private static Map<String, Long> lastSeen(RoundInput input) {
        var seen = new HashMap<String, Long>();
        for (var person : input.people()) {
            seen.put("kim.referrals/" + person.referralId(), 1L);
            seen.put("kim.profiles/" + person.referralId(), 1L);
        }
        input.courses().forEach(course -> seen.put("kim.courses/" + course.courseId(), 1L));
        return seen;
    }

    private static UUID id(int kind, int number) {
        return new UUID(0x7000L + kind, number);
    }

    private void say(PublicEvent event) {
        long sequence = sequences.merge(event.subject(), 1L, Long::sum);
        var id = new UUID(0x7000L, index);
        var envelope =
                new Envelope(
                        id,
                        "/kim/bench",
                        sequence,
                        BEGIN.plusSeconds(index),
                        id.toString(),
                        id.toString(),
                        null,
                        event);
        lines.append(index).append('\t').append(id).append("\tkim.bench\t/kim/bench\t");
        lines.append(envelope.subject()).append('\t').append(sequence).append('\t');
        lines.append(envelope.type()).append('\t').append(envelope.time()).append("\t\\N\t\\\\x");
        lines.append(HexFormat.of().formatHex(json.write(envelope))).append('\n');
        index++;
    }
}
