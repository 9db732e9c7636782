package de.kim.rules;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A course's order over people: statutory priority § 7(4) IntV; lost an accepted place through no
 * fault of their own; needs childcare or accessibility and this course has it; longer waiting in
 * whole days; lottery number; referral id. Rulebook 1 gives every course this order; the matcher
 * takes any.
 */
final class CourseOrder {
    private static final Comparator<Person> SENIORITY =
            Comparator.comparing(Person::registeredOn)
                    .thenComparing(Person::lotteryNumber)
                    .thenComparing(Person::referralId, Ids.ORDER);

    private final List<Person> people;
    private final long heldOn;

    /** The last start day for which each person has statutory priority. */
    private final long[] priorityUntil;

    /** Position of each person by waiting, lottery and id: the part that no course changes. */
    private final int[] seniority;

    private final int[] bySeniority;

    CourseOrder(RoundInput input, Eligibility eligibility) {
        this.people = input.people();
        this.heldOn = input.heldOn().toEpochDay();
        this.priorityUntil = people.stream().mapToLong(eligibility::priorityUntil).toArray();
        this.seniority = new int[people.size()];
        this.bySeniority =
                IntStream.range(0, people.size())
                        .boxed()
                        .sorted((a, b) -> SENIORITY.compare(people.get(a), people.get(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i = 0; i < bySeniority.length; i++) {
            seniority[bySeniority[i]] = i;
        }
    }

    /**
     * The lower the key, the earlier in the course's order; no two people share one.
     *
     * @param begins the section's begin, in days since 1970-01-01
     */
    long key(int person, Course course, long begins) {
        Person who = people.get(person);
        long key = Math.max(begins, heldOn) <= priorityUntil[person] ? 0 : 1;
        key = key << 1 | (who.lostPlaceBefore() ? 0 : 1);
        key = key << 1 | (meetsNeed(who, course) ? 0 : 1);
        return key << 32 | seniority[person];
    }

    /** The person at each position of {@link #key}'s low half. */
    int[] bySeniority() {
        return bySeniority.clone();
    }

    private static boolean meetsNeed(Person person, Course course) {
        return (person.childcareNeeded() && course.childcare())
                || (person.accessibilityNeeded() && Eligibility.accessible(course));
    }
}
