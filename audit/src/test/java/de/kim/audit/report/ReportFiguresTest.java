package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.fold.Conduct;
import de.kim.audit.fold.Ending;
import de.kim.audit.fold.Offers;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.SixWeeksClock;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every figure here was computed by hand. */
class ReportFiguresTest {
    private static final LocalDate DAY_0 = LocalDate.of(2026, 10, 1);
    private static final LocalDate REPORT_DAY = DAY_0.plusDays(60);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final ReportCourse COURSE =
            new ReportCourse(
                    UUID.randomUUID(),
                    new ReportCourse.Plan("traeger-01", CourseType.GENERAL, "03404000", DAY_0, 20),
                    20,
                    null,
                    null,
                    null,
                    Conduct.NONE);

    @Test
    void the_clocks_count_those_still_waiting() {
        Report report =
                report(
                        List.of(
                                started(10),
                                started(20),
                                started(30),
                                waiting(),
                                waiting(),
                                lost(25)));
        WaitingClock waiting = report.clocks().waitingTime();
        assertThat(waiting.finished()).isEqualTo(3);
        assertThat(waiting.stillWaiting()).isEqualTo(3);
        assertThat(waiting.median()).isEqualTo(20);
        assertThat(waiting.mean()).isEqualTo(20);
        assertThat(waiting.p90()).isEqualTo(30);
        // 1 − 1/6 at day 10, × 4/5 at 20, one leaves at 25, × 2/3 at 30: 0.44
        assertThat(waiting.estimatedMedian()).isEqualTo(30);
        assertThat(waiting.atRiskAtMedian()).isEqualTo(3);
        assertThat(waiting.estimatedP90()).isNull();
        // The entitlement is five days older than the registration.
        assertThat(report.clocks().accessTime().median()).isEqualTo(25);
    }

    @Test
    void a_planned_start_counts_in_the_planned_clock_only() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            subjects.add(accepted(40));
        }
        Report report = report(subjects);
        assertThat(report.clocks().waitingTime().finished()).isZero();
        assertThat(report.clocks().plannedWaitingTime().median()).isEqualTo(40);
        assertThat(report.funnel().accepted()).isEqualTo(3);
        assertThat(report.funnel().started()).isZero();
    }

    @Test
    void what_was_entered_in_error_counts_nowhere() {
        List<Subject> subjects =
                new ArrayList<>(List.of(waiting(), waiting(), waiting(), waiting()));
        subjects.add(
                subject(
                        new Place(null, null, null),
                        new Ending(Ending.How.ENTERED_IN_ERROR, "", DAY_0)));
        assertThat(report(subjects).funnel().referred()).isEqualTo(4);
        assertThat(report(subjects).losses()).isEmpty();
    }

    @Test
    void losses_are_coded_and_small_ones_hidden() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            subjects.add(lost(5));
        }
        subjects.add(waiting());
        assertThat(report(subjects).losses())
                .containsExactly(new CodedCount("WITHDRAWN_MOVED_AWAY", 4, false));
        assertThat(report(subjects).waiting().count()).isNull();
        assertThat(report(subjects).waiting().suppressed()).isTrue();
    }

    @Test
    void a_small_group_hides_another_and_its_clock_tells_no_counts() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            subjects.add(started(10));
        }
        subjects.add(waiting());
        subjects.add(waiting());
        Breakdown byProvider =
                report(subjects).breakdowns().stream()
                        .filter(table -> table.by().equals("provider"))
                        .findFirst()
                        .orElseThrow();
        assertThat(byProvider.groups())
                .extracting(Breakdown.Group::group)
                .containsExactly("NOT_KNOWN", "traeger-01");
        Breakdown.Group provider = byProvider.groups().get(1);
        assertThat(provider.funnel().referred()).isNull();
        // all who began less than all: those two who wait
        assertThat(provider.funnel().suppressed()).containsExactly("referred", "started");
        assertThat(provider.funnel().completed()).isZero();
        assertThat(provider.waitingTime().finished()).isNull();
        assertThat(provider.waitingTime().median()).isEqualTo(10);
    }

    @Test
    void the_same_input_makes_the_same_report() {
        List<Subject> subjects = List.of(started(10), waiting(), lost(3), accepted(9));
        assertThat(report(subjects)).isEqualTo(report(subjects));
    }

    private static Report report(List<Subject> subjects) {
        return Report.of(DAY_0, LAST_DAY, 100, REPORT_DAY, subjects, Around.NOTHING);
    }

    private static Subject started(int days) {
        LocalDate start = DAY_0.plusDays(days);
        return subject(
                new Place(
                        at(DAY_0.plusDays(2)),
                        new Place.Held(COURSE.courseId(), start),
                        new Place.Started(COURSE.courseId(), start)),
                null);
    }

    private static Subject accepted(int days) {
        return subject(
                new Place(
                        at(DAY_0.plusDays(2)),
                        new Place.Held(COURSE.courseId(), DAY_0.plusDays(days)),
                        null),
                null);
    }

    private static Subject waiting() {
        return subject(new Place(null, null, null), null);
    }

    private static Subject lost(int days) {
        return subject(
                new Place(null, null, null),
                new Ending(Ending.How.WITHDRAWN, "MOVED_AWAY", DAY_0.plusDays(days)));
    }

    private static Subject subject(Place place, @Nullable Ending ending) {
        ReportCase row =
                new ReportCase(
                        UUID.randomUUID(),
                        new Registration(
                                UUID.randomUUID(),
                                "jobcenter-stadt",
                                LegalBasis.OBLIGED_JOBCENTER,
                                DAY_0.minusDays(5),
                                DAY_0),
                        null,
                        null,
                        new Offers(0, null, null, 0, 0, 0),
                        place,
                        ending,
                        List.of(),
                        SixWeeksClock.NONE);
        return Subject.of(row, null, place.held() == null ? null : COURSE);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
