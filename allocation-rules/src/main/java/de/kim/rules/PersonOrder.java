package de.kim.rules;

import de.kim.events.Section;
import de.kim.events.Wish;
import de.kim.rules.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A person's order over the courses: own wishes first, in their order (free choice of provider);
 * then the earlier begin of the section, the shorter distance, the course id.
 */
final class PersonOrder {
    /** The wish rank of a course that is no wish. */
    static final int NONE = Integer.MAX_VALUE;

    /**
     * A course as one person sees it.
     *
     * @param course index among the input's courses, which are sorted by id
     * @param wish index of the first wish that names it, {@link #NONE} when none does
     * @param begins the section's begin, in days since 1970-01-01
     * @param kilometres kilometres begun
     * @param section number of the section entered
     */
    record Choice(int course, int wish, long begins, int kilometres, int section) {}

    static final Comparator<Choice> ORDER =
            Comparator.comparingInt(Choice::wish)
                    .thenComparingLong(Choice::begins)
                    .thenComparingInt(Choice::kilometres)
                    .thenComparingInt(Choice::course);

    private final RoundInput input;
    private final Eligibility eligibility;
    private final Candidates candidates;

    PersonOrder(RoundInput input, Eligibility eligibility) {
        this.input = input;
        this.eligibility = eligibility;
        this.candidates = new Candidates(input, eligibility);
    }

    /** Index of the first wish that names the course, or its provider without naming a course. */
    static int wishRank(Person person, Course course) {
        for (int i = 0; i < person.wishes().size(); i++) {
            Wish wish = person.wishes().get(i);
            boolean named =
                    wish.courseId() == null
                            ? wish.providerId().equals(course.providerId())
                            : wish.courseId().equals(course.courseId());
            if (named) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * The person's eligible courses, best first; for somebody who holds a place only those strictly
     * above it.
     */
    List<Choice> choices(Person person) {
        List<Choice> choices = new ArrayList<>();
        for (Candidate candidate : candidates.of(person)) {
            Course course = input.courses().get(candidate.course());
            if (eligibility.suits(person, course, candidate.section())) {
                choices.add(choice(person, candidate));
            }
        }
        keepAboveHeld(person, choices);
        choices.sort(ORDER);
        return choices;
    }

    private void keepAboveHeld(Person person, List<Choice> choices) {
        HeldPlace held = person.held();
        if (held == null) {
            return;
        }
        for (int c = 0; c < input.courses().size(); c++) {
            Course course = input.courses().get(c);
            if (course.courseId().equals(held.courseId())) {
                Section section = course.section(held.section()).orElseThrow();
                int kilometres = eligibility.kilometres(person, course);
                Choice own = choice(person, new Candidate(c, section, kilometres));
                choices.removeIf(
                        other -> other.course() == own.course() || ORDER.compare(other, own) > 0);
            }
        }
    }

    private Choice choice(Person person, Candidate candidate) {
        return new Choice(
                candidate.course(),
                wishRank(person, input.courses().get(candidate.course())),
                candidate.section().begins().toEpochDay(),
                candidate.kilometres(),
                candidate.section().number());
    }
}
