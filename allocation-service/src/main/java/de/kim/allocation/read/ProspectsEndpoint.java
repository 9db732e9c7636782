package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.Situations;
import de.kim.events.CourseType;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.rules.ProspectSentences;
import de.kim.rules.Prospects;
import de.kim.rules.Prospects.CourseProspect;
import de.kim.rules.Prospects.CutOff;
import de.kim.rules.Prospects.Estimate;
import de.kim.rules.Prospects.Trend;
import de.kim.rules.Reasons;
import de.kim.rules.RoundInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody who waits stands in each course, and how long an offer may take. */
@RestController
class ProspectsEndpoint {
    private final JdbcClient jdbc;
    private final Situations situations;
    private final Clock clock;

    ProspectsEndpoint(JdbcClient jdbc, Situations situations, Clock clock) {
        this.jdbc = jdbc;
        this.situations = situations;
        this.clock = clock;
    }

    /**
     * As of now: a round held at this moment would rank so.
     *
     * @param ranked false while something is missing, such as the profile or the lot
     * @param estimate null when too little is known
     * @param orderGerman how a course's order comes about
     */
    record Outlook(
            UUID referralId,
            boolean ranked,
            List<Standing> courses,
            @Nullable Estimate estimate,
            String german,
            String english,
            String orderGerman,
            String orderEnglish) {
        Outlook {
            courses = List.copyOf(courses);
        }
    }

    /**
     * One course that is open to the person.
     *
     * @param rank from 1
     * @param applicants how many wait for this course
     * @param lastAdmittedRank of the last round that gave a place here within twelve weeks
     */
    record Standing(
            UUID courseId,
            int rank,
            int applicants,
            int freePlaces,
            @Nullable Integer lastAdmittedRank,
            @Nullable LocalDate lastAdmittedOn,
            Trend trend,
            String german,
            String english) {
        static Standing of(CourseProspect course) {
            return new Standing(
                    course.courseId(),
                    course.rank(),
                    course.applicants(),
                    course.freePlaces(),
                    course.lastAdmittedRank(),
                    course.lastAdmittedOn(),
                    course.trend(),
                    ProspectSentences.german(course),
                    ProspectSentences.english(course));
        }
    }

    private record Tested(boolean waits, CourseType type, int section) {}

    @Allow({Role.REFERRER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/waiting-list/{referralId}/prospects")
    Outlook answer(@PathVariable UUID referralId, Actor actor) {
        Tested tested = tested(referralId, actor);
        if (!tested.waits()) {
            throw new Refused(AllocationRefusal.NOT_WAITING);
        }
        RoundInput input = situations.at(clock.instant(), clock.getZone()).input();
        boolean ranked =
                input.people().stream().anyMatch(one -> one.referralId().equals(referralId));
        return ranked
                ? outlook(referralId, Prospects.of(input, referralId, cutOffs(tested)))
                : unranked(referralId);
    }

    private static Outlook outlook(UUID referralId, Prospects prospects) {
        int courses = prospects.courses().size();
        return new Outlook(
                referralId,
                true,
                prospects.courses().stream().map(Standing::of).toList(),
                prospects.estimate(),
                ProspectSentences.german(courses, prospects.estimate()),
                ProspectSentences.english(courses, prospects.estimate()),
                Reasons.orderInGerman(),
                Reasons.orderInEnglish());
    }

    private static Outlook unranked(UUID referralId) {
        return new Outlook(
                referralId,
                false,
                List.of(),
                null,
                ProspectSentences.unrankedInGerman(),
                ProspectSentences.unrankedInEnglish(),
                Reasons.orderInGerman(),
                Reasons.orderInEnglish());
    }

    private Tested tested(UUID referralId, Actor actor) {
        return jdbc.sql(
                        """
                        select p.waits, p.recommended_type,
                            coalesce(p.next_section, p.recommended_section)
                        from placement p join heard_referral r using (referral_id)
                        where p.referral_id = ? and (?::text is null or r.referring_body = ?)
                        """)
                .param(referralId)
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .query(
                        (row, i) ->
                                new Tested(
                                        row.getBoolean(1),
                                        CourseType.valueOf(row.getString(2)),
                                        row.getInt(3)))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.REFERRAL_NOT_FOUND));
    }

    /** Of all courses of the type; places count in the section that the person would enter. */
    private List<CutOff> cutOffs(Tested tested) {
        return jdbc.sql(
                        """
                        select k.course_id, r.held_on, max(k.last_rank),
                            coalesce(sum(k.given) filter (where k.section = ?), 0)
                        from cut_off k
                        join clearing_round r using (round_id)
                        join heard_course c using (course_id)
                        where c.course_type = ? and r.held_on > ?
                        group by k.course_id, r.round_id, r.held_on, r.opened_at
                        order by r.opened_at, k.course_id
                        """)
                .params(
                        tested.section(),
                        tested.type().name(),
                        LocalDate.now(clock).minusDays(Prospects.LOOK_BACK_DAYS))
                .query(
                        (row, i) ->
                                new CutOff(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, LocalDate.class),
                                        row.getInt(4),
                                        row.getInt(3)))
                .list();
    }
}
