package de.kim.audit.fold;

import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the report knows of one referral: one row. Events of different topics come in any order,
 * so every part can be there without the others.
 *
 * @param registration null as long as only others spoke of the referral
 * @param waitingFor why the last round gave no place: codes, sorted, each once
 * @param sixWeeks how the clock went
 */
public record ReportCase(
        UUID referralId,
        @Nullable Registration registration,
        @Nullable Tested tested,
        @Nullable LocalDate queuedOn,
        Offers offers,
        Place place,
        @Nullable Ending ending,
        List<String> waitingFor,
        SixWeeksClock sixWeeks) {

    /** The result of the placement test. */
    public record Tested(LocalDate on, CourseType recommended) {}

    public ReportCase {
        waitingFor = List.copyOf(waitingFor);
    }

    /** As long as nothing is known of it. */
    public static ReportCase of(UUID referralId) {
        return new ReportCase(
                referralId,
                null,
                null,
                null,
                Offers.NONE,
                Place.NONE,
                null,
                List.of(),
                SixWeeksClock.NONE);
    }

    ReportCase with(Registration is) {
        return new ReportCase(
                referralId, is, tested, queuedOn, offers, place, ending, waitingFor, sixWeeks);
    }

    ReportCase with(Tested is) {
        return new ReportCase(
                referralId,
                registration,
                is,
                queuedOn,
                offers,
                place,
                ending,
                waitingFor,
                sixWeeks);
    }

    ReportCase queued(LocalDate on) {
        return new ReportCase(
                referralId,
                registration,
                tested,
                queuedOn == null ? on : queuedOn,
                offers,
                place,
                ending,
                waitingFor,
                sixWeeks);
    }

    ReportCase with(Offers are) {
        return new ReportCase(
                referralId,
                registration,
                tested,
                queuedOn,
                are,
                place,
                ending,
                waitingFor,
                sixWeeks);
    }

    ReportCase with(Place is) {
        return new ReportCase(
                referralId,
                registration,
                tested,
                queuedOn,
                offers,
                is,
                ending,
                waitingFor,
                sixWeeks);
    }

    ReportCase ended(@Nullable Ending is) {
        return new ReportCase(
                referralId,
                registration,
                tested,
                queuedOn,
                offers,
                place,
                is,
                waitingFor,
                sixWeeks);
    }

    ReportCase with(SixWeeksClock is) {
        return new ReportCase(
                referralId, registration, tested, queuedOn, offers, place, ending, waitingFor, is);
    }

    ReportCase waitingFor(List<String> codes) {
        return new ReportCase(
                referralId, registration, tested, queuedOn, offers, place, ending, codes, sixWeeks);
    }
}
