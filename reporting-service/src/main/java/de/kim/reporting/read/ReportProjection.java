package de.kim.reporting.read;

import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportFold;
import de.kim.audit.fold.ReportOverride;
import de.kim.audit.fold.ReportPassing;
import de.kim.audit.fold.ReportProvider;
import de.kim.audit.fold.ReportRound;
import de.kim.audit.fold.ReportRows;
import de.kim.audit.fold.ReportRulebook;
import de.kim.events.Envelope;
import de.kim.events.Profile;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The report's rows, changed with every event, in the transaction that puts it into the ledger. */
@Component
public class ReportProjection {
    private final Ledger ledger;
    private final JdbcTemplate jdbc;

    public ReportProjection(Ledger ledger, JdbcTemplate jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** Takes one event, which has just been appended to the ledger, into the report. */
    public void project(Envelope envelope) {
        ReportFold.project(envelope, new Tables(jdbc, ledger.live()));
    }

    public void project(Profile profile) {
        jdbc.update(
                """
                insert into report_profile
                    (referral_id, version, gender, age_band, municipality, nationality_group,
                     childcare_needed, accessibility_needed)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (referral_id) do update set
                    version = excluded.version, gender = excluded.gender,
                    age_band = excluded.age_band, municipality = excluded.municipality,
                    nationality_group = excluded.nationality_group,
                    childcare_needed = excluded.childcare_needed,
                    accessibility_needed = excluded.accessibility_needed
                """,
                profile.referralId(),
                profile.version(),
                profile.gender().name(),
                profile.ageBand().name(),
                profile.municipality(),
                profile.nationalityGroup().name(),
                profile.childcareNeeded(),
                profile.accessibilityNeeded());
    }

    public void erase(UUID referralId) {
        jdbc.update("delete from report_profile where referral_id = ?", referralId);
    }

    /** One read and one write a row; nobody else writes meanwhile, see {@link Ledger#append}. */
    record Tables(JdbcTemplate jdbc, LiveSet set) implements ReportRows {
        @Override
        public void onCase(UUID referralId, UnaryOperator<ReportCase> change) {
            ReportCase row = find(ReportTables.CASES, referralId);
            put(ReportTables.CASES, change.apply(row == null ? ReportCase.of(referralId) : row));
        }

        @Override
        public void onCourse(UUID courseId, UnaryOperator<ReportCourse> change) {
            ReportCourse row = find(ReportTables.COURSES, courseId);
            put(ReportTables.COURSES, change.apply(row == null ? ReportCourse.of(courseId) : row));
        }

        @Override
        public void onRound(UUID roundId, UnaryOperator<ReportRound> change) {
            ReportRound row = find(ReportTables.ROUNDS, roundId);
            put(ReportTables.ROUNDS, change.apply(row == null ? ReportRound.of(roundId) : row));
        }

        @Override
        public void put(ReportOverride override) {
            put(ReportTables.OVERRIDES, override);
        }

        @Override
        public void put(ReportPassing passing) {
            put(ReportTables.PASSINGS, passing);
        }

        @Override
        public void put(ReportRulebook rulebook) {
            put(ReportTables.RULEBOOKS, rulebook);
        }

        @Override
        public void put(ReportProvider provider) {
            put(ReportTables.PROVIDERS, provider);
        }

        private <K, R> @Nullable R find(ReportTable<K, R> table, K key) {
            List<R> rows = jdbc.query(table.selectOne(set), (row, number) -> table.read(row), key);
            return rows.isEmpty() ? null : rows.getFirst();
        }

        private <K, R> void put(ReportTable<K, R> table, R row) {
            jdbc.update(table.upsert(set), table.parameters(row));
        }
    }
}
