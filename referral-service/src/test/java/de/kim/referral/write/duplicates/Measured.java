package de.kim.referral.write.duplicates;

import de.kim.referral.write.duplicates.InventedPeople.Referral;
import de.kim.referral.write.duplicates.InventedPeople.Variant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How many referrals of people who were referred before are recognised, and how many others are
 * taken for one of them. One referral after the other, each against all before it, by the marks and
 * the rule that the service uses.
 */
final class Measured {
    private final Map<Mark, List<Integer>> book = new HashMap<>();
    private final List<Referral> before = new ArrayList<>();
    private final List<Set<Mark>> marks = new ArrayList<>();
    private final Map<Variant, int[]> variants = new EnumMap<>(Variant.class);

    int people;
    int twice;
    int sure;
    int unsure;
    int falselyLinked;
    int falselyAsked;

    /** Over so many invented people. */
    static Measured of(int people, long seed) {
        Measured measured = new Measured();
        measured.people = people;
        new InventedPeople(seed).referrals(people).forEach(measured::refer);
        return measured;
    }

    private void refer(Referral referral) {
        Set<Mark> own = new LinkedHashSet<>(referral.marks().all());
        Map<Likeness, Set<Integer>> found = found(own);
        Set<Integer> surely = found.getOrDefault(Likeness.SURE, Set.of());
        Set<Integer> perhaps = found.getOrDefault(Likeness.UNSURE, Set.of());
        if (referral.variant() != null) {
            twice++;
            int[] counted = variants.computeIfAbsent(referral.variant(), any -> new int[3]);
            counted[0]++;
            if (surely.contains(referral.person())) {
                sure++;
                counted[1]++;
            } else if (perhaps.contains(referral.person())) {
                unsure++;
                counted[2]++;
            }
        }
        falselyLinked += without(surely, referral.person());
        Set<Integer> asked = new HashSet<>(perhaps);
        asked.removeAll(surely);
        falselyAsked += without(asked, referral.person());
        int index = before.size();
        before.add(referral);
        marks.add(own);
        own.stream()
                .filter(mark -> mark.kind().finds())
                .forEach(mark -> book.computeIfAbsent(mark, any -> new ArrayList<>()).add(index));
    }

    private static int without(Set<Integer> people, int person) {
        return people.contains(person) ? people.size() - 1 : people.size();
    }

    /** Other people, by how much they are like this one. */
    private Map<Likeness, Set<Integer>> found(Set<Mark> own) {
        Set<Integer> candidates = new HashSet<>();
        own.forEach(mark -> candidates.addAll(book.getOrDefault(mark, List.of())));
        Map<Likeness, Set<Integer>> found = new EnumMap<>(Likeness.class);
        for (int candidate : candidates) {
            found.computeIfAbsent(likeness(own, marks.get(candidate)), any -> new HashSet<>())
                    .add(before.get(candidate).person());
        }
        return found;
    }

    private static Likeness likeness(Set<Mark> own, Set<Mark> other) {
        Set<MarkKind> agreeing = EnumSet.noneOf(MarkKind.class);
        Set<MarkKind> differing = EnumSet.noneOf(MarkKind.class);
        other.forEach(mark -> (own.contains(mark) ? agreeing : differing).add(mark.kind()));
        Set<MarkKind> kinds = EnumSet.noneOf(MarkKind.class);
        own.forEach(mark -> kinds.add(mark.kind()));
        return Likeness.of(kinds, agreeing, differing);
    }

    double recallSure() {
        return (double) sure / twice;
    }

    double recall() {
        return (double) (sure + unsure) / twice;
    }

    /** As it stands in docs/duplicates.md. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                | What | Number |
                |---|---|
                | people | %d |
                | referred twice | %d |
                | linked at once | %d (%.1f %%) |
                | left to the coordinator | %d (%.1f %%) |
                | not noticed | %d (%.1f %%) |
                | **strangers linked** | %d |
                | strangers the coordinator is asked about | %d |

                | Written the second time | Referrals | linked | asked | missed |
                |---|---|---|---|---|
                """
                        .formatted(
                                people,
                                twice,
                                sure,
                                percent(sure),
                                unsure,
                                percent(unsure),
                                twice - sure - unsure,
                                percent(twice - sure - unsure),
                                falselyLinked,
                                falselyAsked));
        variants.forEach(
                (variant, n) ->
                        text.append(
                                "| %s | %d | %d | %d | %d |\n"
                                        .formatted(
                                                variant.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' '),
                                                n[0],
                                                n[1],
                                                n[2],
                                                n[0] - n[1] - n[2])));
        return text.toString();
    }

    private double percent(int count) {
        return 100.0 * count / twice;
    }
}
