package de.kim.rules.verify;

import de.kim.events.Section;
import de.kim.events.Wish;
import de.kim.rules.Course;
import de.kim.rules.HeldPlace;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** Both orders, read off the raw input a second time. */
final class RawOrders {
    /** A course as a person ranks it: what comes first is better. */
    record Rank(int wish, LocalDate begins, long kilometres, String courseId)
            implements Comparable<Rank> {
        private static final Comparator<Rank> BEST_FIRST =
                Comparator.comparingInt(Rank::wish)
                        .thenComparing(Rank::begins)
                        .thenComparingLong(Rank::kilometres)
                        .thenComparing(Rank::courseId);

        @Override
        public int compareTo(Rank other) {
            return BEST_FIRST.compare(this, other);
        }
    }

    /** A person as a course ranks them: what comes first is before; true before false. */
    record Standing(
            boolean statutory,
            boolean lostPlace,
            boolean needMet,
            LocalDate registeredOn,
            String lottery,
            UUID referral)
            implements Comparable<Standing> {
        private static final Comparator<Standing> FIRST_BEFORE =
                Comparator.comparing(Standing::statutory)
                        .thenComparing(Standing::lostPlace)
                        .thenComparing(Standing::needMet)
                        .reversed()
                        .thenComparing(Standing::registeredOn)
                        .thenComparing(Standing::lottery)
                        .thenComparing(standing -> standing.referral().toString());

        @Override
        public int compareTo(Standing other) {
            return FIRST_BEFORE.compare(this, other);
        }
    }

    private final RoundInput input;
    private final RawEligibility eligibility;

    RawOrders(RoundInput input, RawEligibility eligibility) {
        this.input = input;
        this.eligibility = eligibility;
    }

    /** Index of the first wish that names the course; the number of wishes when none does. */
    static int wish(Person person, Course course) {
        int index = 0;
        for (Wish wish : person.wishes()) {
            if (course.courseId().equals(wish.courseId())
                    || (wish.courseId() == null && wish.providerId().equals(course.providerId()))) {
                return index;
            }
            index++;
        }
        return index;
    }

    /** How the person ranks the course when entering that section. */
    Rank rank(Person person, Course course, Section section) {
        return new Rank(
                wish(person, course),
                section.begins(),
                kilometres(eligibility.squareMetres(person, course)),
                course.courseId().toString());
    }

    /** Whether a person who holds a place ranks this course strictly above it; true for others. */
    boolean aboveHeld(Person person, Course course, Section section) {
        HeldPlace held = person.held();
        if (held == null) {
            return true;
        }
        for (Course own : input.courses()) {
            for (Section entered : own.sections()) {
                if (own.courseId().equals(held.courseId()) && entered.number() == held.section()) {
                    return !own.courseId().equals(course.courseId())
                            && rank(person, course, section).compareTo(rank(person, own, entered))
                                    < 0;
                }
            }
        }
        return false;
    }

    /** How the person stands at the course: what comes first is before. */
    Standing standing(Person person, Course course, LocalDate begins) {
        return new Standing(
                eligibility.statutory(person, begins),
                person.lostPlaceBefore(),
                needMet(person, course),
                person.registeredOn(),
                person.lotteryNumber(),
                person.referralId());
    }

    private static boolean needMet(Person person, Course course) {
        boolean accessible = course.online() || course.venue().accessible();
        return person.childcareNeeded() && course.childcare()
                || person.accessibilityNeeded() && accessible;
    }

    private static long kilometres(long squareMetres) {
        if (squareMetres < 0) {
            return Integer.MAX_VALUE;
        }
        long low = 0;
        long high = 40_000;
        while (low < high) {
            long middle = (low + high) / 2;
            if (middle * middle * 1_000_000 >= squareMetres) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
