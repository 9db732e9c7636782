package de.kim.audit.report;

import de.kim.audit.fold.Ending;
import de.kim.audit.fold.ReportCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who was overtaken across rounds: waited on the list without an offer while somebody of the same
 * course type and statutory priority who had registered on a later day got a first offer. Within a
 * round the verifier excludes it; across rounds it can have reasons, such as times or distance.
 */
final class Overtaken {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String YES = "OVERTAKEN";
    private static final String NO = "NOT_OVERTAKEN";

    /** First offers of those who registered later than whoever is looked at. */
    private final TreeSet<Instant> later = new TreeSet<>();

    private Overtaken() {}

    /** Each referral that was on the waiting list is one or the other. */
    static List<CodedCount> of(List<Subject> subjects) {
        Map<String, List<Subject>> alike = new HashMap<>();
        for (Subject subject : subjects) {
            if (subject.row().queuedOn() != null && subject.isTested()) {
                alike.computeIfAbsent(kind(subject), key -> new ArrayList<>()).add(subject);
            }
        }
        List<String> codes = new ArrayList<>();
        alike.values().forEach(group -> codes.addAll(new Overtaken().codes(group)));
        return CodedCount.ofExclusive(codes);
    }

    private static String kind(Subject subject) {
        ReportCase.Tested tested = subject.row().tested();
        return (tested == null ? Subject.NOT_KNOWN : tested.recommended()) + "/" + isFirst(subject);
    }

    /** Place priority, § 7(4) IntV. */
    private static boolean isFirst(Subject subject) {
        return switch (subject.registration().legalBasis()) {
            case OBLIGED_JOBCENTER, COOPERATION_PLAN_5A -> true;
            case ENTITLED_44_1,
                    OBLIGED_ABH,
                    OBLIGED_ASYLBLG,
                    ADMITTED_44_4,
                    RESETTLER_BVFG_9,
                    SELF_PAYER ->
                    false;
        };
    }

    private List<String> codes(List<Subject> alike) {
        List<Subject> newestFirst =
                alike.stream().sorted(Comparator.comparing(Overtaken::day).reversed()).toList();
        List<String> codes = new ArrayList<>();
        List<Instant> sameDay = new ArrayList<>();
        LocalDate day = null;
        for (Subject subject : newestFirst) {
            if (!day(subject).equals(day)) {
                later.addAll(sameDay);
                sameDay.clear();
                day = day(subject);
            }
            codes.add(isOvertaken(subject) ? YES : NO);
            Instant first = subject.row().offers().firstAt();
            if (first != null) {
                sameDay.add(first);
            }
        }
        return codes;
    }

    private boolean isOvertaken(Subject subject) {
        LocalDate queued = subject.row().queuedOn();
        if (queued == null) {
            return false;
        }
        // whoever is queued on the day of a round may come after it
        Instant next = later.ceiling(start(queued.plusDays(1)));
        Instant until = waitedUntil(subject);
        return next != null && (until == null || next.isBefore(until));
    }

    /** The first offer, else the end; null when neither was. */
    private static @Nullable Instant waitedUntil(Subject subject) {
        Instant first = subject.row().offers().firstAt();
        Ending ending = subject.row().ending();
        return first != null ? first : ending == null ? null : start(ending.on());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static LocalDate day(Subject subject) {
        return subject.registration().registeredOn();
    }
}
