package de.kim.rules;

import de.kim.rules.PersonOrder.Choice;
import java.util.Arrays;
import java.util.List;

/**
 * Both sides' lists in a round, as indexes into the input's sorted people and courses: what the
 * matcher works on, and what another way of giving out places can be compared on. The arrays are
 * not copied; whoever changes them changes the lists.
 */
public final class RoundLists {
    /** For each person their choices, best first. */
    final List<List<Choice>> choices;

    /** The same, as course indexes. */
    final int[][] preferences;

    /** For each course the people who list it, best first. */
    final int[][] order;

    public RoundLists(RoundInput input) {
        Eligibility eligibility = new Eligibility(input);
        PersonOrder persons = new PersonOrder(input, eligibility);
        choices = input.people().stream().map(persons::choices).toList();
        preferences = new int[choices.size()][];
        Arrays.setAll(preferences, p -> choices.get(p).stream().mapToInt(Choice::course).toArray());
        order = orders(input, new CourseOrder(input, eligibility));
    }

    /** For each person the courses open to them, best first. */
    public int[][] preferences() {
        return preferences;
    }

    /** For each course the people who list it, best first. */
    public int[][] order() {
        return order;
    }

    /** Number of the section that the person would enter in the k-th course of their list. */
    public int section(int person, int k) {
        return choices.get(person).get(k).section();
    }

    private int[][] orders(RoundInput input, CourseOrder rule) {
        int[] applicants = new int[input.courses().size()];
        choices.forEach(list -> list.forEach(choice -> applicants[choice.course()]++));
        long[][] keys = new long[applicants.length][];
        Arrays.setAll(keys, c -> new long[applicants[c]]);
        int[] bySeniority = rule.bySeniority();
        for (int p = 0; p < choices.size(); p++) {
            for (Choice choice : choices.get(p)) {
                Course course = input.courses().get(choice.course());
                keys[choice.course()][--applicants[choice.course()]] =
                        rule.key(p, course, choice.begins());
            }
        }
        int[][] orders = new int[keys.length][];
        for (int c = 0; c < keys.length; c++) {
            Arrays.sort(keys[c]);
            // the low half of a key is the person's seniority, which names the person
            orders[c] = Arrays.stream(keys[c]).mapToInt(key -> bySeniority[(int) key]).toArray();
        }
        return orders;
    }
}
