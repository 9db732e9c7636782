package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.fold.Offers;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.SixWeeksClock;
import de.kim.events.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Nobody finds by subtracting one step from another how few are between them. */
class StepsBetweenTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final UUID COURSE = new UUID(1, 1);

    @Property(tries = 200)
    void steps_and_clocks_of_the_whole_show_no_small_difference(
            @ForAll @IntRange(max = 5) int registered,
            @ForAll @IntRange(max = 5) int offered,
            @ForAll @IntRange(max = 5) int accepted,
            @ForAll @IntRange(max = 5) int started) {
        List<Subject> subjects = new ArrayList<>();
        add(subjects, registered, 0);
        add(subjects, offered, 1);
        add(subjects, accepted, 2);
        add(subjects, started, 3);
        Report report =
                Report.of(DAY, DAY.plusDays(90), 1, DAY.plusDays(80), subjects, Around.NOTHING);
        Funnel funnel = report.funnel();
        Report.Clocks clocks = report.clocks();
        check(clocks.waitingTime(), funnel.referred(), funnel.started());
        check(clocks.accessTime(), funnel.referred(), funnel.started());
        check(clocks.referralToOffer(), funnel.referred(), funnel.offered());
        check(clocks.offerToAcceptance(), funnel.offered(), funnel.accepted());
        check(clocks.acceptanceToStart(), funnel.accepted(), funnel.started());
    }

    /** What a clock hides the funnel does not show, and the other way round. */
    private static void check(WaitingClock clock, @Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null) {
            assertThat(Suppression.isSmall(from - to)).as("%d − %d", from, to).isFalse();
        } else {
            assertThat(clock.finished()).isNull();
            assertThat(clock.stillWaiting()).isNull();
        }
        if (clock.stillWaiting() != null) {
            assertThat(Suppression.isSmall(clock.stillWaiting())).isFalse();
        }
    }

    private static void add(List<Subject> subjects, int people, int steps) {
        Instant at = Instant.parse("2026-10-05T10:00:00Z");
        for (int i = 0; i < people; i++) {
            UUID id = new UUID(steps, i);
            ReportCase row =
                    new ReportCase(
                            id,
                            new Registration(
                                    id, "jobcenter-stadt", LegalBasis.SELF_PAYER, DAY, DAY),
                            null,
                            null,
                            new Offers(steps > 0 ? 1 : 0, steps > 0 ? at : null, null, 0, 0, 0),
                            new Place(
                                    steps > 1 ? at : null,
                                    null,
                                    steps > 2 ? new Place.Started(COURSE, DAY.plusDays(30)) : null),
                            null,
                            List.of(),
                            SixWeeksClock.NONE);
            subjects.add(Subject.of(row, null, null));
        }
    }
}
