package de.kim.system.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * Both sides' lists of an invented round, as the matcher takes them: people with so many choices
 * each, some courses dearer to many, and an order of its own for every course.
 *
 * @param preferences for each person the courses, best first
 * @param order for each course the people who list it, best first
 * @param places of each course
 */
record Market(int[][] preferences, int[][] order, int[] places) {
    /** Nine places for ten people: somebody has to be refused. */
    static Market of(int people, int courses, int choices, long seed) {
        var random = new Random(seed);
        var preferences = new int[people][];
        for (var p = 0; p < people; p++) {
            preferences[p] = choices(courses, choices, random);
        }
        var places = new int[courses];
        Arrays.fill(places, Math.max(1, people * 9 / 10 / courses));
        return new Market(preferences, orders(preferences, courses, random), places);
    }

    private static int[] choices(int courses, int choices, Random random) {
        var list = new int[choices];
        for (var k = 0; k < choices; k++) {
            int course;
            do {
                // the square makes courses with a low index dearer
                var drawn = random.nextDouble();
                course = (int) (drawn * drawn * courses);
            } while (contains(list, k, course));
            list[k] = course;
        }
        return list;
    }

    private static boolean contains(int[] list, int length, int course) {
        for (var k = 0; k < length; k++) {
            if (list[k] == course) {
                return true;
            }
        }
        return false;
    }

    private static int[][] orders(int[][] preferences, int courses, Random random) {
        var applicants = new int[courses];
        for (var list : preferences) {
            for (var course : list) {
                applicants[course]++;
            }
        }
        var keys = new long[courses][];
        Arrays.setAll(keys, c -> new long[applicants[c]]);
        for (var p = 0; p < preferences.length; p++) {
            for (var course : preferences[p]) {
                keys[course][--applicants[course]] = (long) random.nextInt() << 32 | p;
            }
        }
        var orders = new int[courses][];
        for (var c = 0; c < courses; c++) {
            Arrays.sort(keys[c]);
            orders[c] = Arrays.stream(keys[c]).mapToInt(key -> (int) key).toArray();
        }
        return orders;
    }

    int people() {
        return preferences.length;
    }

    /** Length of all people's lists together. */
    long entries() {
        return Arrays.stream(preferences).mapToLong(list -> list.length).sum();
    }

    /** Position of the course in the person's list; its length for no place. */
    int position(int person, int course) {
        var list = preferences[person];
        for (var k = 0; k < list.length; k++) {
            if (list[k] == course) {
                return k;
            }
        }
        return list.length;
    }

    /** How many got a place; refuses a plan that oversells or gives what nobody listed. */
    int placed(int[] courses) {
        var taken = new int[places.length];
        var placed = 0;
        for (var p = 0; p < courses.length; p++) {
            if (courses[p] >= 0) {
                placed++;
                VoidRunException.unlessAtLeast(
                        "places given to those who listed them",
                        position(p, courses[p]) + 1L,
                        preferences[p].length);
                VoidRunException.unlessAtLeast(
                        "places of a course", ++taken[courses[p]], places[courses[p]]);
            }
        }
        return placed;
    }

    /** Pairs of a person and a course that would both rather have each other. */
    long blockingPairs(int[] courses) {
        var taken = new int[places.length];
        var own = new int[courses.length];
        for (var p = 0; p < courses.length; p++) {
            own[p] = position(p, courses[p]);
            if (courses[p] >= 0) {
                taken[courses[p]]++;
            }
        }
        var pairs = 0L;
        for (var c = 0; c < places.length; c++) {
            var behind = taken[c] < places[c];
            for (var rank = order[c].length - 1; rank >= 0; rank--) {
                var person = order[c][rank];
                pairs += behind && position(person, c) < own[person] ? 1 : 0;
                behind |= courses[person] == c;
            }
        }
        return pairs;
    }
}
