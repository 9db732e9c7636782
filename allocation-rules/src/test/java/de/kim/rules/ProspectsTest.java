package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.events.approved.Approved;
import de.kim.rules.Prospects.CourseProspect;
import de.kim.rules.Prospects.CutOff;
import de.kim.rules.Prospects.Estimate;
import de.kim.rules.Prospects.Trend;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProspectsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID COURSE = ACourse.id(1);

    @Test
    void a_person_stands_where_the_rule_puts_them() {
        RoundInput input =
                ARound.of(
                                APerson.number(1).registered("2026-10-03"),
                                APerson.number(2).registered("2026-10-01"),
                                APerson.number(3).registered("2026-10-09").lostPlace())
                        .with(ACourse.number(1).places(0))
                        .build();

        CourseProspect first = of(input, 1).courses().getFirst();

        assertThat(first.rank()).isEqualTo(3);
        assertThat(first.applicants()).isEqualTo(3);
        assertThat(first.freePlaces()).isZero();
        assertThat(first.lastAdmittedRank()).isNull();
        assertThat(first.trend()).isEqualTo(Trend.UNKNOWN);
        assertThat(of(input, 3).courses().getFirst().rank()).isEqualTo(1);
    }

    @Test
    void the_last_round_that_gave_a_place_here_names_the_last_admitted() {
        CourseProspect course =
                of(waiting(1), 1, cut(20, 2, 4), cut(10, 1, 7)).courses().getFirst();
        assertThat(course.lastAdmittedRank()).isEqualTo(7);
        assertThat(course.lastAdmittedOn()).isEqualTo(TODAY.minusDays(10));
    }

    @Test
    void a_trend_needs_three_rounds_and_more_than_a_rank() {
        assertThat(trend(cut(30, 1, 1), cut(20, 1, 9))).isEqualTo(Trend.UNKNOWN);
        assertThat(trend(cut(30, 1, 5), cut(20, 1, 7), cut(10, 1, 9)))
                .isEqualTo(Trend.FURTHER_BACK);
        assertThat(trend(cut(30, 1, 9), cut(20, 1, 7), cut(10, 1, 5))).isEqualTo(Trend.FURTHER_UP);
        assertThat(trend(cut(30, 1, 5), cut(20, 1, 9), cut(10, 1, 6))).isEqualTo(Trend.STEADY);
    }

    @Test
    void where_too_little_is_known_no_time_is_named() {
        assertThat(of(waiting(1), 1).estimate()).isNull();
        assertThat(of(waiting(1), 1, cut(60, 4, 4)).estimate()).as("few places").isNull();
        assertThat(of(waiting(1), 1, cut(5, 40, 4)).estimate()).as("few days").isNull();
        assertThat(of(waiting(1), 1, cut(100, 40, 4)).estimate()).as("long ago").isNull();
    }

    @Test
    void who_no_course_is_open_to_is_promised_nothing() {
        RoundInput input =
                ARound.of(APerson.number(1).needsChildcare()).with(ACourse.number(1)).build();
        Prospects prospects = of(input, 1, cut(30, 40, 40));
        assertThat(prospects.courses()).isEmpty();
        assertThat(prospects.estimate()).isNull();
    }

    @Test
    void the_time_is_a_span_and_its_basis_is_said() {
        // 25 places in 50 days, ten too many or too few: 8 people ahead and oneself
        Estimate estimate = of(waiting(9), 9, cut(49, 15, 4), cut(10, 10, 4)).estimate();
        assertThat(estimate).isEqualTo(new Estimate(1, 5, 25, 50));
    }

    @Test
    void with_few_places_no_end_is_named() {
        // a root of nine is three, and twice that leaves three places in eighty days
        assertThat(of(waiting(1), 1, cut(79, 9, 4)).estimate())
                .isEqualTo(new Estimate(0, 4, 9, 80));
        assertThat(of(waiting(1), 1, cut(79, 5, 4)).estimate())
                .isEqualTo(new Estimate(0, null, 5, 80));
    }

    @Test
    void who_is_not_in_the_round_has_no_prospects() {
        RoundInput input = waiting(1);
        assertThatThrownBy(() -> of(input, 77)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_prospect_is_a_sentence_in_german_and_english() {
        List<String> lines = new ArrayList<>();
        for (Trend trend : Trend.values()) {
            say(lines, trend.name(), new CourseProspect(COURSE, 4, 9, 1, 3, TODAY, trend));
        }
        say(lines, "nothing given", new CourseProspect(COURSE, 1, 1, 0, null, null, Trend.UNKNOWN));
        say(lines, "two free", new CourseProspect(COURSE, 1, 1, 2, null, null, Trend.UNKNOWN));
        lines.add("[not ranked]");
        lines.add(ProspectSentences.unrankedInGerman());
        lines.add(ProspectSentences.unrankedInEnglish());
        lines.add("");
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(new Estimate(0, 1, 25, 50));
        estimates.add(new Estimate(1, 5, 25, 50));
        estimates.add(new Estimate(2, null, 5, 80));
        for (Estimate estimate : estimates) {
            lines.add("[" + estimate + "]");
            lines.add(ProspectSentences.german(1, estimate));
            lines.add(ProspectSentences.english(1, estimate));
            lines.add("");
        }
        lines.add("[too little known]");
        lines.add(ProspectSentences.german(1, null));
        lines.add(ProspectSentences.english(1, null));
        lines.add("");
        lines.add("[no course]");
        lines.add(ProspectSentences.german(0, null));
        lines.add(ProspectSentences.english(0, null));
        lines.add("");
        Approved.check(Path.of("src/test/resources/prospects.txt"), String.join("\n", lines));
    }

    private static void say(List<String> lines, String when, CourseProspect course) {
        lines.add("[" + when + "]");
        lines.add(ProspectSentences.german(course));
        lines.add(ProspectSentences.english(course));
        lines.add("");
    }

    private static Trend trend(CutOff... past) {
        return of(waiting(1), 1, past).courses().getFirst().trend();
    }

    /** So many people before the one with this number, in one course. */
    private static RoundInput waiting(int people) {
        APerson[] all = new APerson[people];
        for (int i = 0; i < people; i++) {
            all[i] =
                    APerson.number(i + 1)
                            .registered(LocalDate.of(2026, 10, 1).plusDays(i).toString());
        }
        return ARound.of(all).with(ACourse.number(1)).build();
    }

    private static CutOff cut(int daysAgo, int given, int lastRank) {
        return new CutOff(COURSE, TODAY.minusDays(daysAgo), given, lastRank);
    }

    private static Prospects of(RoundInput input, int person, CutOff... past) {
        return Prospects.of(input, APerson.referral(person), List.of(past));
    }
}
