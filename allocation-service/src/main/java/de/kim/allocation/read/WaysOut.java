package de.kim.allocation.read;

import de.kim.allocation.write.Situations;
import de.kim.kit.refusal.Refused;
import de.kim.rules.InvalidRound;
import de.kim.rules.OtherCourses;
import de.kim.rules.Person;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The other course to name when a clock is warned of or breached. */
@Component
public class WaysOut {
    private static final Logger LOG = LoggerFactory.getLogger(WaysOut.class);

    private final Situations situations;
    private final PeopleWaiting people;
    private final Clock clock;

    public WaysOut(Situations situations, PeopleWaiting people, Clock clock) {
        this.situations = situations;
        this.people = people;
        this.clock = clock;
    }

    /** By clock; a clock without one has no other course to name. */
    public Map<ClocksRunning.Due, UUID> of(Collection<ClocksRunning.Due> clocks) {
        Map<ClocksRunning.Due, UUID> found = new HashMap<>();
        try {
            OtherCourses others =
                    new OtherCourses(situations.at(clock.instant(), clock.getZone()).input());
            Map<UUID, Person> byReferral = new HashMap<>();
            people.named(clocks.stream().map(ClocksRunning.Due::referralId).toList())
                    .forEach(person -> byReferral.put(person.referralId(), person));
            for (ClocksRunning.Due due : clocks) {
                Person person = byReferral.get(due.referralId());
                if (person != null) {
                    others.of(person, due.courseId()).ifPresent(id -> found.put(due, id));
                }
            }
        } catch (InvalidRound | Refused e) {
            // a clock is told of all the same
            LOG.warn("No other course is named: {}", e.getMessage());
        }
        return found;
    }
}
