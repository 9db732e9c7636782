package de.kim.rules;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a round decided. Whoever has no assignment keeps waiting; {@link RoundReasons} says why.
 *
 * @param algorithmVersion the algorithm that decided
 * @param inputDigest {@link RoundInput#digest()} of what it decided on
 * @param assignments sorted by referral id
 * @param courses one for every course of the input, sorted by course id; a fixed place is neither
 *     among the places it brought nor among those it gave
 */
public record RoundOutcome(
        int algorithmVersion,
        String inputDigest,
        List<Assignment> assignments,
        List<CourseResult> courses) {
    public RoundOutcome {
        assignments =
                assignments.stream()
                        .sorted(Comparator.comparing(Assignment::referralId, Ids.ORDER))
                        .toList();
        courses =
                courses.stream()
                        .sorted(Comparator.comparing(CourseResult::courseId, Ids.ORDER))
                        .toList();
    }

    /** The assignments by referral. */
    public Map<UUID, Assignment> byReferral() {
        return assignments.stream()
                .collect(Collectors.toMap(Assignment::referralId, Function.identity()));
    }

    /** The outcome as canonical bytes (docs/allocation-rules.md, "Canonical bytes"). */
    public byte[] canonicalBytes() {
        Stream<String> head =
                Stream.of(
                        "kim-round-outcome 1",
                        "input " + inputDigest,
                        "algorithm " + algorithmVersion);
        Stream<String> decided =
                Stream.concat(
                        courses.stream().map(RoundOutcome::line),
                        assignments.stream().map(RoundOutcome::line));
        return Stream.concat(head, decided)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one back: its {@link #canonicalBytes()} are these again.
     *
     * @throws InvalidRound with NOT_CANONICAL when no outcome has these bytes
     */
    public static RoundOutcome ofCanonicalBytes(byte[] bytes) {
        return OutcomeReader.read(bytes);
    }

    /** SHA-256 of {@link #canonicalBytes()}, lower-case hexadecimal. */
    public String digest() {
        return Digest.sha256(canonicalBytes());
    }

    private static String line(CourseResult course) {
        Integer last = course.lastAdmittedRank();
        return "course %s free=%d taken=%d applicants=%d last-admitted-rank=%s"
                .formatted(
                        course.courseId(),
                        course.freePlaces(),
                        course.taken(),
                        course.applicants(),
                        last == null ? "none" : last.toString());
    }

    private static String line(Assignment place) {
        return "assignment %s course=%s section=%d"
                .formatted(place.referralId(), place.courseId(), place.section());
    }
}
