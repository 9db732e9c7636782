package de.kim.rules.verify;

import de.kim.events.Section;
import de.kim.events.Wish;
import de.kim.rules.Course;
import de.kim.rules.HeldPlace;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.time.LocalDate;
import java.util.Comparator;

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

    /** Whether {@code a} stands before {@code b} in the course's order. */
    boolean before(Person a, Person b, Course course) {
        int byNeed = compare(statutory(a, course), statutory(b, course));
        byNeed = byNeed != 0 ? byNeed : compare(a.lostPlaceBefore(), b.lostPlaceBefore());
        byNeed = byNeed != 0 ? byNeed : compare(needMet(a, course), needMet(b, course));
        if (byNeed != 0) {
            return byNeed < 0;
        }
        if (!a.registeredOn().equals(b.registeredOn())) {
            return a.registeredOn().isBefore(b.registeredOn());
        }
        String drawA = a.lotteryNumber() + a.referralId();
        String drawB = b.lotteryNumber() + b.referralId();
        return drawA.compareTo(drawB) < 0;
    }

    /** Statutory priority at this course, on the day of the section that the person enters. */
    boolean statutory(Person person, Course course) {
        LocalDate begins =
                eligibility.entered(person, course).map(Section::begins).orElse(input.heldOn());
        return eligibility.statutory(person, begins);
    }

    /** Who has it comes first. */
    private static int compare(boolean a, boolean b) {
        return Boolean.compare(b, a);
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
