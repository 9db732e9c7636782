package de.kim.allocation.read;

import static de.kim.allocation.write.AllocationRefusal.RULEBOOK_MISSING;

import de.kim.allocation.write.RoundSituation;
import de.kim.allocation.write.Situations;
import de.kim.events.Rulebook;
import de.kim.kit.refusal.Refused;
import de.kim.rules.Admission;
import de.kim.rules.Course;
import de.kim.rules.Municipalities;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gathers a round's input from this service's own tables, in one snapshot. */
@Component
public class RoundSituations implements Situations {
    private final JdbcClient jdbc;
    private final PeopleWaiting people;
    private final CoursesOpen courses;
    private final ForeseenLottery lottery;
    private final TransactionTemplate snapshot;

    public RoundSituations(
            JdbcClient jdbc,
            PeopleWaiting people,
            CoursesOpen courses,
            ForeseenLottery lottery,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.people = people;
        this.courses = courses;
        this.lottery = lottery;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public RoundSituation at(Instant now, ZoneId zone) {
        return see(now, zone, ForeseenLottery.Numbers.NONE);
    }

    @Override
    public Foreseen foreseen(Instant now, ZoneId zone) {
        ForeseenLottery.Draw draw = lottery.on(LocalDate.ofInstant(now, zone));
        AtomicBoolean drawn = new AtomicBoolean();
        RoundSituation situation =
                see(
                        now,
                        zone,
                        person -> {
                            drawn.set(true);
                            return draw.numbers().of(person);
                        });
        return new Foreseen(situation, draw.sure() || !drawn.get());
    }

    private RoundSituation see(Instant now, ZoneId zone, ForeseenLottery.Numbers missing) {
        return Objects.requireNonNull(snapshot.execute(tx -> gather(now, zone, missing)));
    }

    private RoundSituation gather(Instant now, ZoneId zone, ForeseenLottery.Numbers missing) {
        LocalDate heldOn = now.atZone(zone).toLocalDate();
        Map<String, Long> lastSeen = new HashMap<>();
        Set<UUID> toldToWait = new HashSet<>();
        List<Person> waiting = people.gather(lastSeen, toldToWait, missing);
        List<Course> open = courses.gather(lastSeen);
        List<Admission> admissions = courses.admissions(lastSeen);
        ownHistory(lastSeen);
        RoundInput input =
                new RoundInput(
                        heldOn,
                        rulebook(now),
                        waiting,
                        open,
                        admissions,
                        Municipalities.OSNABRUECK);
        return new RoundSituation(input, lastSeen, toldToWait);
    }

    private Rulebook rulebook(Instant now) {
        return jdbc.sql(
                        """
                        select rulebook from rulebook where effective_from <= ?
                        order by version desc limit 1
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> JsonColumn.read(row.getString(1), Rulebook.class))
                .optional()
                .orElseThrow(() -> new Refused(RULEBOOK_MISSING));
    }

    /** What we said ourselves of the same people and courses. */
    private void ownHistory(Map<String, Long> lastSeen) {
        String[] subjects =
                lastSeen.keySet().stream()
                        .map(key -> key.substring(key.indexOf('/') + 1))
                        .distinct()
                        .toArray(String[]::new);
        jdbc.sql(
                        """
                        select aggregate_id, max(public_count) from event
                        where aggregate_id = any(?) group by aggregate_id
                        """)
                .param(subjects)
                .query(
                        row -> {
                            lastSeen.put("kim.allocations/" + row.getString(1), row.getLong(2));
                        });
    }
}
