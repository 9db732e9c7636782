package de.kim.allocation.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a round gives otherwise than the last one that was held, of those who take part in it.
 * Whoever still holds what the last one gave takes no part.
 *
 * @param newlyMatched nothing in the last round, a place in this one
 * @param noLongerMatched a place in the last round, nothing in this one
 * @param otherCourse a place in both, not in the same course
 * @param same how many get the same course again
 * @param takeNoPart how many got a place in the last round and do not take part in this one
 */
record RoundDifference(
        List<MatchChange> newlyMatched,
        List<MatchChange> noLongerMatched,
        List<MatchChange> otherCourse,
        int same,
        int takeNoPart) {
    RoundDifference {
        newlyMatched = List.copyOf(newlyMatched);
        noLongerMatched = List.copyOf(noLongerMatched);
        otherCourse = List.copyOf(otherCourse);
    }

    /** One person's course then and now, null for none. */
    record MatchChange(UUID referralId, @Nullable UUID before, @Nullable UUID now) {}

    /**
     * @param last referral to course, in the last round
     * @param now referral to course, in this one
     * @param waiting everybody who takes part in this one
     */
    static RoundDifference between(Map<UUID, UUID> last, Map<UUID, UUID> now, Set<UUID> waiting) {
        List<MatchChange> gained = new ArrayList<>();
        List<MatchChange> lost = new ArrayList<>();
        List<MatchChange> moved = new ArrayList<>();
        int same = 0;
        Set<UUID> named = new TreeSet<>(Comparator.comparing(UUID::toString));
        named.addAll(now.keySet());
        last.keySet().stream().filter(waiting::contains).forEach(named::add);
        for (UUID referralId : named) {
            MatchChange change =
                    new MatchChange(referralId, last.get(referralId), now.get(referralId));
            if (change.before() == null) {
                gained.add(change);
            } else if (change.now() == null) {
                lost.add(change);
            } else if (!change.before().equals(change.now())) {
                moved.add(change);
            } else {
                same++;
            }
        }
        long gone = last.keySet().stream().filter(id -> !waiting.contains(id)).count();
        return new RoundDifference(gained, lost, moved, same, (int) gone);
    }
}
