package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.Situations;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.WebRefusal;
import de.kim.rules.InvalidRound;
import de.kim.rules.RoundInput;
import de.kim.rules.ThinCourse;
import de.kim.rules.ThinCourse.Measure;
import de.kim.rules.ThinCourse.Proposal;
import de.kim.rules.ThinCourseSentences;
import de.kim.rules.ThinCourses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Courses that start within so many days for too few people while others wait, and what could be
 * done: a merge, a later start, another section. Each proposal is tried by the rule; nothing
 * happens by itself. A provider sees its own courses, and of the people their number.
 */
@RestController
class ThinCoursesEndpoint {
    private static final int MOST_DAYS = 120;

    private final Situations situations;
    private final PeopleWaiting people;
    private final JdbcClient jdbc;
    private final Clock clock;

    ThinCoursesEndpoint(Situations situations, PeopleWaiting people, JdbcClient jdbc, Clock clock) {
        this.situations = situations;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one that begins next first. */
    record ThinCourseList(List<ThinCourseView> items) {
        ThinCourseList {
            items = List.copyOf(items);
        }
    }

    /**
     * One course.
     *
     * @param minimum people that its type needs
     * @param participants people with a place or an open offer in it
     * @param wouldJoin people to whom a round held now would give a place in it
     * @param waiting people who need this type and would get no place at all
     */
    record ThinCourseView(
            UUID courseId,
            String providerId,
            LocalDate begins,
            int minimum,
            int participants,
            int wouldJoin,
            int waiting,
            String german,
            String english,
            List<RescueProposal> proposals) {
        ThinCourseView {
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * What could be done, compared with a round held now.
     *
     * @param group people in the course that would take place
     * @param gain people who would get a place and now have none
     * @param lose people who have or would get a place now, and then none
     * @param move people whose place would be in another course
     */
    record RescueProposal(
            Measure measure,
            String german,
            String english,
            @Nullable UUID otherCourse,
            @Nullable LocalDate begins,
            @Nullable Integer section,
            int group,
            boolean reachesMinimum,
            Affected gain,
            Affected lose,
            Affected move) {}

    /**
     * Whom it would change something for.
     *
     * @param referrals empty for a provider
     */
    record Affected(int people, List<UUID> referrals) {
        Affected {
            referrals = List.copyOf(referrals);
        }
    }

    @Allow({Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/thin-courses")
    ThinCourseList answer(@RequestParam(defaultValue = "28") int days, Actor actor) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refused(WebRefusal.INVALID_PARAMETER);
        }
        String provider = actor.confinedTo();
        try {
            RoundInput input =
                    situations.foreseen(clock.instant(), clock.getZone()).situation().input();
            return new ThinCourseList(
                    ThinCourses.find(
                                    input,
                                    participants(),
                                    people.holders(),
                                    days,
                                    course ->
                                            provider == null
                                                    || course.providerId().equals(provider))
                            .stream()
                            .map(course -> view(course, provider == null))
                            .toList());
        } catch (InvalidRound e) {
            throw new Refused(AllocationRefusal.ROUND_INPUT_INVALID);
        }
    }

    private Map<UUID, Integer> participants() {
        Map<UUID, Integer> participants = new HashMap<>();
        jdbc.sql("select course_id, taken + held from course_places")
                .query(
                        row -> {
                            participants.put(row.getObject(1, UUID.class), row.getInt(2));
                        });
        return participants;
    }

    private static ThinCourseView view(ThinCourse course, boolean named) {
        return new ThinCourseView(
                course.courseId(),
                course.providerId(),
                course.begins(),
                course.minimum(),
                course.participants(),
                course.wouldJoin(),
                course.waiting(),
                ThinCourseSentences.german(course),
                ThinCourseSentences.english(course),
                course.proposals().stream().map(proposal -> view(proposal, named)).toList());
    }

    private static RescueProposal view(Proposal proposal, boolean named) {
        return new RescueProposal(
                proposal.measure(),
                ThinCourseSentences.german(proposal.measure()),
                ThinCourseSentences.english(proposal.measure()),
                proposal.otherCourse(),
                proposal.begins(),
                proposal.section(),
                proposal.group(),
                proposal.reachesMinimum(),
                affected(proposal.gain(), named),
                affected(proposal.lose(), named),
                affected(proposal.move(), named));
    }

    private static Affected affected(List<UUID> referrals, boolean named) {
        return new Affected(referrals.size(), named ? referrals : List.of());
    }
}
