package de.kim.rules;

import de.kim.events.Section;
import de.kim.rules.PersonOrder.Choice;
import java.util.Arrays;
import java.util.List;

/** Both sides' lists in a round, as indexes into the input's sorted people and courses. */
final class RoundLists {
    /** For each person their choices, best first. */
    final List<List<Choice>> choices;

    /** The same, as course indexes. */
    final int[][] preferences;

    /** For each course the people who list it, best first. */
    final int[][] order;

    RoundLists(RoundInput input) {
        Eligibility eligibility = new Eligibility(input);
        PersonOrder persons = new PersonOrder(input, eligibility);
        choices = input.people().stream().map(persons::choices).toList();
        preferences = new int[choices.size()][];
        Arrays.setAll(preferences, p -> choices.get(p).stream().mapToInt(Choice::course).toArray());
        order = orders(input, new CourseOrder(input, eligibility));
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
                Section section = course.section(choice.section()).orElseThrow();
                keys[choice.course()][--applicants[choice.course()]] = rule.key(p, course, section);
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
