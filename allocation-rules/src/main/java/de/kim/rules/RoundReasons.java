package de.kim.rules;

import de.kim.events.CourseReason;
import de.kim.events.Exclusion;
import de.kim.rules.PersonOrder.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Why a round came out as it did, for each person and course, recomputed on demand: ten thousand
 * people and five hundred courses have five million reasons, and hardly any is ever asked for.
 */
public final class RoundReasons {
    private final RoundInput whole;

    /** What the rule decided about. */
    private final RoundInput input;

    private final RoundOutcome outcome;
    private final Eligibility eligibility;
    private final RoundLists lists;
    private final int[][] ranks;
    private final Map<UUID, Integer> people = new HashMap<>();

    /**
     * @throws IllegalArgumentException when the outcome is not one of this input
     */
    public RoundReasons(RoundInput input, RoundOutcome outcome) {
        if (!outcome.inputDigest().equals(input.digest())) {
            throw new IllegalArgumentException("the outcome rests on another input");
        }
        this.whole = input;
        this.input = input.rest();
        this.outcome = outcome;
        this.eligibility = new Eligibility(this.input);
        this.lists = new RoundLists(this.input);
        this.ranks = DeferredAcceptance.ranks(lists.preferences, lists.order);
        for (int p = 0; p < this.input.people().size(); p++) {
            people.put(this.input.people().get(p).referralId(), p);
        }
    }

    /**
     * One reason for every course of the round: first those the person took part with, in the
     * person's order, with rank and cut-off; then, without rank and exclusions, those not above the
     * place the person holds; then the excluded ones. Within the latter two by course id. Whoever
     * got a fixed place took part with no course: the only reason is that place, without rank.
     *
     * @throws IllegalArgumentException when the referral is not in the round
     */
    public List<CourseReason> of(UUID referralId) {
        Integer index = people.get(referralId);
        if (index == null) {
            for (Assignment place : whole.fixed()) {
                if (place.referralId().equals(referralId)) {
                    return List.of(new CourseReason(place.courseId(), List.of(), null, null));
                }
            }
            throw new IllegalArgumentException("no such referral in the round: " + referralId);
        }
        List<CourseReason> reasons = ranked(index);
        Set<UUID> named = new HashSet<>();
        reasons.forEach(reason -> named.add(reason.courseId()));
        List<CourseReason> excluded = new ArrayList<>();
        for (Course course : input.courses()) {
            if (!named.contains(course.courseId())) {
                CourseReason reason = unranked(input.people().get(index), course);
                (reason.exclusions().isEmpty() ? reasons : excluded).add(reason);
            }
        }
        reasons.addAll(excluded);
        return List.copyOf(reasons);
    }

    /** The round as a whole, in counts. */
    public RoundStatement statement() {
        return new StatementTally(whole, input, outcome, eligibility, lists).statement();
    }

    private List<CourseReason> ranked(int person) {
        List<CourseReason> reasons = new ArrayList<>();
        List<Choice> choices = lists.choices.get(person);
        for (int k = 0; k < choices.size(); k++) {
            CourseResult course = outcome.courses().get(choices.get(k).course());
            reasons.add(
                    new CourseReason(
                            course.courseId(),
                            List.of(),
                            ranks[person][k] + 1,
                            course.lastAdmittedRank()));
        }
        return reasons;
    }

    private CourseReason unranked(Person person, Course course) {
        List<Exclusion> exclusions = List.copyOf(eligibility.check(person, course).exclusions());
        return new CourseReason(course.courseId(), exclusions, null, null);
    }
}
