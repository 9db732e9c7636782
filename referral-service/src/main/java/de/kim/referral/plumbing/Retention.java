package de.kim.referral.plumbing;

import de.kim.events.DataClass;
import de.kim.kit.work.Outcome;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.referral.write.DeleteData;
import de.kim.referral.write.ErasePerson;
import de.kim.referral.write.Succession;
import de.kim.referral.write.vault.AccessLog;
import de.kim.referral.write.vault.Drafts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was kept for as long as it may be; of people's data each deletion is an event. */
@Component
class Retention {
    private static final int AT_ONCE = 500;

    /** Each referral of which something is over: what, and whether that is all there is. */
    private static final String OVER =
            """
            select d.referral_id,
                array_agg(distinct d.data_class) filter (where p.opened_on <= l.before) as classes,
                bool_and(p.opened_on <= l.before) as whole
            from vault.document d
            join vault.person p using (referral_id)
            join unnest(?::text[], ?::date[]) as l (data_class, before) using (data_class)
            where p.opened_on <= ?
            group by d.referral_id
            having bool_or(p.opened_on <= l.before)
            limit ?
            """;

    private final JdbcClient jdbc;
    private final RootUnitOfWork root;
    private final Succession succession;
    private final AccessLog log;
    private final Drafts drafts;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            RootUnitOfWork root,
            Succession succession,
            AccessLog log,
            Drafts drafts,
            RetentionSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.root = root;
        this.succession = succession;
        this.log = log;
        this.drafts = drafts;
        this.settings = settings;
        this.clock = clock;
    }

    private record Over(UUID referralId, Set<DataClass> classes, boolean whole) {
        Object command() {
            return whole ? new ErasePerson(referralId, null) : new DeleteData(referralId, classes);
        }
    }

    @Scheduled(
            initialDelayString = "${kim.retention.every}",
            fixedDelayString = "${kim.retention.every}")
    void deleteWhatIsOver() {
        List<Over> over = over();
        while (!over.isEmpty()) {
            over.forEach(each -> root.callRetrying(() -> delete(each)));
            over = over();
        }
    }

    /** Without the attributes no place can be found: the referral ends with them. */
    private Outcome delete(Over over) {
        Outcome outcome = root.attempt(over.command());
        if (over.whole() || over.classes().contains(DataClass.ATTRIBUTES)) {
            succession.after(over.referralId());
        }
        return outcome;
    }

    @Scheduled(
            initialDelayString = "${kim.retention.every}",
            fixedDelayString = "${kim.retention.every}")
    void purgeAccessLog() {
        LocalDate oldest = LocalDate.now(clock).minus(settings.accessLog());
        log.purge(oldest.atStartOfDay(clock.getZone()).toInstant());
    }

    /** Nothing has happened yet: there is no event that could say so. */
    @Scheduled(
            initialDelayString = "${kim.retention.every}",
            fixedDelayString = "${kim.retention.every}")
    void deleteDrafts() {
        drafts.deleteOpenedBefore(LocalDate.now(clock).minus(settings.drafts()));
    }

    private List<Over> over() {
        DataClass[] classes = DataClass.values();
        LocalDate[] days = Arrays.stream(classes).map(this::lastDay).toArray(LocalDate[]::new);
        LocalDate latest = Arrays.stream(days).max(LocalDate::compareTo).orElseThrow();
        return jdbc.sql(OVER)
                .param(Arrays.stream(classes).map(Enum::name).toArray(String[]::new))
                .param(Arrays.stream(days).map(LocalDate::toString).toArray(String[]::new))
                .params(latest, AT_ONCE)
                .query(
                        (row, i) ->
                                new Over(
                                        row.getObject("referral_id", UUID.class),
                                        Arrays.stream((String[]) row.getArray("classes").getArray())
                                                .map(DataClass::valueOf)
                                                .collect(Collectors.toSet()),
                                        row.getBoolean("whole")))
                .list();
    }

    /** What was opened on this day or earlier is over. */
    private LocalDate lastDay(DataClass dataClass) {
        return LocalDate.now(clock).minus(settings.keep().getOrDefault(dataClass, Period.ZERO));
    }
}
