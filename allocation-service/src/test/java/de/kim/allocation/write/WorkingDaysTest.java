package de.kim.allocation.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    @Test
    void three_working_days_from_monday_end_with_thursday() {
        assertThat(WorkingDays.after(Instant.parse("2026-11-23T09:00:00Z"), 3))
                .isEqualTo(Instant.parse("2026-11-26T23:00:00Z"));
    }

    @Test
    void a_weekend_does_not_count() {
        assertThat(WorkingDays.after(Instant.parse("2026-11-26T09:00:00Z"), 3))
                .isEqualTo(Instant.parse("2026-12-01T23:00:00Z"));
    }

    @Test
    void what_reaches_somebody_on_a_weekend_counts_from_monday() {
        assertThat(WorkingDays.after(Instant.parse("2026-11-28T20:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
    }

    @Test
    void the_day_is_the_one_in_osnabrueck() {
        // 23:30 UTC is half past midnight of the next day there
        assertThat(WorkingDays.after(Instant.parse("2026-11-23T23:30:00Z"), 1))
                .isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
    }

    @Test
    void christmas_and_new_year_are_left_out() {
        assertThat(WorkingDays.after(Instant.parse("2026-12-23T09:00:00Z"), 3))
                .isEqualTo(WorkingDays.endOf(LocalDate.of(2026, 12, 29)));
        assertThat(WorkingDays.after(Instant.parse("2026-12-31T09:00:00Z"), 1))
                .isEqualTo(WorkingDays.endOf(LocalDate.of(2027, 1, 4)));
    }

    @Test
    void easter_moves_and_is_left_out() {
        assertThat(WorkingDays.easterSunday(2024)).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(WorkingDays.easterSunday(2026)).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(WorkingDays.easterSunday(2027)).isEqualTo(LocalDate.of(2027, 3, 28));
        assertThat(WorkingDays.easterSunday(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 4, 3))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 4, 6))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 5, 14))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 5, 25))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 5, 15))).isTrue();
    }

    @Test
    void reformation_day_is_a_holiday_and_epiphany_is_not() {
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2025, 10, 31))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2027, 1, 6))).isTrue();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2024, 10, 3))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2025, 5, 1))).isFalse();
    }

    @Test
    void a_period_over_the_end_of_summer_time_ends_at_local_midnight() {
        // Friday 2026-10-23 in summer time; Monday ends in winter time
        assertThat(WorkingDays.after(Instant.parse("2026-10-23T10:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-10-26T23:00:00Z"));
    }

    @Test
    void a_period_over_the_begin_of_summer_time_ends_at_local_midnight() {
        // Thursday 2027-03-25 in winter time; Good Friday and Easter Monday do not count
        assertThat(WorkingDays.after(Instant.parse("2027-03-25T10:00:00Z"), 1))
                .isEqualTo(Instant.parse("2027-03-30T22:00:00Z"));
    }
}
