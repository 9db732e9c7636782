package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.fold.Offers;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.SixWeeksClock;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OvertakenTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Test
    void who_waits_while_somebody_who_came_later_is_offered_a_place_was_overtaken() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            subjects.add(subject(LegalBasis.SELF_PAYER, 0, null));
        }
        for (int i = 0; i < 4; i++) {
            subjects.add(subject(LegalBasis.SELF_PAYER, 5, 8));
        }
        assertThat(Overtaken.of(subjects))
                .containsExactly(
                        new CodedCount("NOT_OVERTAKEN", 4, false),
                        new CodedCount("OVERTAKEN", 3, false));
    }

    @Test
    void priority_by_law_and_the_same_day_overtake_nobody() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            subjects.add(subject(LegalBasis.SELF_PAYER, 0, null));
            subjects.add(subject(LegalBasis.SELF_PAYER, 0, 9));
            subjects.add(subject(LegalBasis.OBLIGED_JOBCENTER, 5, 8));
        }
        assertThat(Overtaken.of(subjects))
                .containsExactly(new CodedCount("NOT_OVERTAKEN", 9, false));
    }

    private static Subject subject(LegalBasis basis, int registered, @Nullable Integer offered) {
        UUID id = UUID.randomUUID();
        LocalDate day = DAY.plusDays(registered);
        Instant at =
                offered == null
                        ? null
                        : Instant.parse("2026-10-01T10:00:00Z").plusSeconds(offered * 86_400L);
        return Subject.of(
                new ReportCase(
                        id,
                        new Registration(id, "jobcenter-stadt", basis, day, day),
                        new ReportCase.Tested(day, CourseType.GENERAL),
                        day,
                        new Offers(at == null ? 0 : 1, at, null, 0, 0, 0),
                        new Place(null, null, null),
                        null,
                        List.of(),
                        SixWeeksClock.NONE),
                null,
                null);
    }
}
