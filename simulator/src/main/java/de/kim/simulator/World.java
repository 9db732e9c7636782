package de.kim.simulator;

import de.kim.rules.Admission;
import de.kim.rules.Municipality;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that happens by itself, the same for every contestant: who registers when and what is
 * offered when. Half a year before the counted years fills the waiting list and the courses.
 *
 * @param begins first day that counts
 * @param ends first day that no longer counts
 * @param newcomers by the day of their test
 * @param courses by the day of publication
 */
record World(
        long seed,
        LocalDate begins,
        LocalDate ends,
        List<Municipality> municipalities,
        List<Admission> admissions,
        List<Newcomer> newcomers,
        List<PlannedCourse> courses) {
    /** A Monday. */
    private static final LocalDate BEGINS = LocalDate.of(2027, 1, 4);

    private static final int WARM_UP_WEEKS = 26;
    private static final int WEEKS = 52;
    private static final int PUBLISHED_WEEKS = 13;

    static World of(Scope scope, int years, long seed) {
        Country country = Country.of(scope, seed);
        return new World(
                seed,
                BEGINS,
                BEGINS.plusWeeks((long) WEEKS * years),
                country.municipalities(),
                admissions(scope),
                newcomers(new Population(scope, country, seed), scope.people, years, seed),
                courses(new CoursePlan(scope, country), scope.courses, years, seed));
    }

    LocalDate opens() {
        return begins.minusWeeks(WARM_UP_WEEKS);
    }

    private static List<Newcomer> newcomers(
            Population population, int aYear, int years, long seed) {
        int weeks = WARM_UP_WEEKS + WEEKS * years;
        LocalDate opens = BEGINS.minusWeeks(WARM_UP_WEEKS);
        List<Newcomer> all = new ArrayList<>();
        for (long n = 0; n < (long) aYear * weeks / WEEKS; n++) {
            Dice dice = Dice.of(seed, 2, n);
            all.add(population.newcomer(opens.plusDays(dice.below(weeks * 7)), dice));
        }
        all.sort(Comparator.comparing(Newcomer::testedOn));
        return List.copyOf(all);
    }

    /** Courses begin on Mondays; those of the weeks after the end are published before it. */
    private static List<PlannedCourse> courses(CoursePlan plan, int aYear, int years, long seed) {
        int weeks = WARM_UP_WEEKS + WEEKS * years + PUBLISHED_WEEKS;
        LocalDate opens = BEGINS.minusWeeks(WARM_UP_WEEKS);
        List<PlannedCourse> all = new ArrayList<>();
        for (long n = 0; n < (long) aYear * weeks / WEEKS; n++) {
            Dice dice = Dice.of(seed, 3, n);
            all.add(plan.course(opens.plusWeeks(dice.below(weeks)), dice));
        }
        all.sort(Comparator.comparing(PlannedCourse::publishedOn));
        return List.copyOf(all);
    }

    static List<Admission> admissions(Scope scope) {
        List<Admission> all = new ArrayList<>();
        for (int d = 0; d < scope.districts; d++) {
            for (int p = 0; p < scope.providers; p++) {
                all.add(
                        new Admission(
                                Country.provider(d, p),
                                Arrays.asList(Population.TYPES),
                                BEGINS.minusYears(5),
                                BEGINS.plusYears(50)));
            }
        }
        return all;
    }

    /** Whole weeks from the first round. */
    int week(LocalDate day) {
        return (int) ChronoUnit.WEEKS.between(opens(), day);
    }
}
