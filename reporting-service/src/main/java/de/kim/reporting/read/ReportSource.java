package de.kim.reporting.read;

import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportProvider;
import de.kim.audit.report.ReportFacts;
import de.kim.audit.report.Subject.ProfileAttributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Where what a report rests on comes from. */
@Component
public class ReportSource {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneInstant;
    private final Clock clock;

    public ReportSource(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        oneInstant = new TransactionTemplate(transactions);
        oneInstant.setReadOnly(true);
        oneInstant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Reads the referrals registered from–until inclusive. */
    public ReportFacts read(LocalDate from, LocalDate until) {
        return Objects.requireNonNull(oneInstant.execute(status -> readNow(from, until)));
    }

    private ReportFacts readNow(LocalDate from, LocalDate until) {
        LedgerHead head = LedgerHead.read(jdbc);
        LiveSet set = head.live();
        Instant newest = head.newest() == null ? clock.instant() : head.newest();
        return new ReportFacts(
                head.size(),
                LocalDate.ofInstant(newest, ZONE),
                jdbc.query(
                        ReportTables.CASES.selectAll(set)
                                + " where registered_on between ? and ? order by referral_id",
                        (row, number) -> ReportTables.CASES.read(row),
                        from,
                        until),
                profiles(set, from, until),
                courses(set),
                counts("open_course_id", set),
                counts("held_course_id", set),
                counts("started_course_id", set),
                providers(set),
                between(ReportTables.ROUNDS, set, "held_on", from, until),
                between(ReportTables.OVERRIDES, set, "granted_on", from, until),
                between(ReportTables.PASSINGS, set, "passed_on", from, until),
                ReportFacts.smallest(
                        jdbc.query(
                                ReportTables.RULEBOOKS.selectAll(set),
                                (row, number) -> ReportTables.RULEBOOKS.read(row))));
    }

    private <R> List<R> between(
            ReportTable<UUID, R> table, LiveSet set, String day, LocalDate from, LocalDate until) {
        return jdbc.query(
                table.selectAll(set) + " where " + day + " between ? and ?",
                (row, number) -> table.read(row),
                from,
                until);
    }

    /** Those that there are now, of the referrals registered from–until inclusive. */
    Map<UUID, ProfileAttributes> profiles(LocalDate from, LocalDate until) {
        return Objects.requireNonNull(
                oneInstant.execute(status -> profiles(LedgerHead.read(jdbc).live(), from, until)));
    }

    private Map<UUID, ProfileAttributes> profiles(LiveSet set, LocalDate from, LocalDate until) {
        Map<UUID, ProfileAttributes> profiles = new HashMap<>();
        jdbc.query(
                "select p.referral_id, p.gender, p.municipality, p.nationality_group,"
                        + " p.childcare_needed"
                        + " from report_profile p join "
                        + ReportTables.CASES.in(set)
                        + " c on c.referral_id = p.referral_id"
                        + " where c.registered_on between ? and ?",
                (RowCallbackHandler)
                        row ->
                                profiles.put(
                                        row.getObject("referral_id", UUID.class),
                                        new ProfileAttributes(
                                                row.getString("gender"),
                                                row.getString("municipality"),
                                                row.getString("nationality_group"),
                                                row.getBoolean("childcare_needed"))),
                from,
                until);
        return profiles;
    }

    private Map<UUID, ReportCourse> courses(LiveSet set) {
        Map<UUID, ReportCourse> courses = new TreeMap<>();
        jdbc.query(
                ReportTables.COURSES.selectAll(set),
                (RowCallbackHandler)
                        row -> {
                            ReportCourse course = ReportTables.COURSES.read(row);
                            courses.put(course.courseId(), course);
                        });
        return courses;
    }

    private Map<UUID, Integer> counts(String column, LiveSet set) {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.query(
                "select %1$s, count(*) from %2$s where %1$s is not null group by %1$s"
                        .formatted(column, ReportTables.CASES.in(set)),
                (RowCallbackHandler) row -> counts.put(id(row), row.getInt(2)));
        return counts;
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private Map<String, String> providers(LiveSet set) {
        Map<String, String> names = new HashMap<>();
        jdbc.query(
                ReportTables.PROVIDERS.selectAll(set),
                (RowCallbackHandler)
                        row -> {
                            ReportProvider provider = ReportTables.PROVIDERS.read(row);
                            names.put(provider.providerId(), provider.name());
                        });
        return names;
    }
}
