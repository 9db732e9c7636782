package de.kim.referral.read;

import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import de.kim.events.Wish;
import de.kim.events.WithdrawalReason;
import de.kim.referral.write.ReferralState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The referrals of one body; unless it is said, another body's are not there. */
@Repository
public class Referrals {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VIEW =
            """
            select v.*, l.referral_id is not null as linked,
                coalesce(v.course_id, s.course_id) as begun_course,
                coalesce(v.started_on, s.started_on) as begun_on,
                (select coalesce(jsonb_agg(jsonb_build_object('entitlementId', e.entitlement_id,
                        'legalBasis', e.legal_basis, 'entitledOn', e.entitled_on,
                        'lapsesOn', e.lapses_on, 'endedOn', e.ended_on,
                        'endReason', e.end_reason) order by e.number), '[]')
                    from entitlement e where e.referral_id = v.referral_id) as entitlements,
                (select t.course_id from taken_place t
                    where t.accepted and t.referral_id in (
                        select v.referral_id union all select l.referral_id
                        union all select o.linked_referral_id from referral_link o
                            where o.referral_id = coalesce(l.referral_id, v.referral_id))
                    limit 1) as place_course
            from referral_view v
            left join referral_link l on l.linked_referral_id = v.referral_id
            left join referral_view s on s.referral_id = l.referral_id
            """;

    private final JdbcClient jdbc;

    public Referrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ReferralView> one(UUID referralId, String body) {
        return jdbc.sql(VIEW + "where v.referral_id = ? and v.body = ?")
                .params(referralId, body)
                .query(Referrals::view)
                .optional();
    }

    /** Whether any body has referred somebody under this id. */
    boolean exists(UUID referralId) {
        return jdbc.sql("select exists (select from referral_view where referral_id = ?)")
                .param(referralId)
                .query(Boolean.class)
                .single();
    }

    /** The oldest first, those after the number. */
    public List<ReferralView> of(String body, long afterNumber, int rows) {
        return jdbc.sql(VIEW + "where v.body = ? and v.number > ? order by v.number limit ?")
                .params(body, afterNumber, rows)
                .query(Referrals::view)
                .list();
    }

    private static ReferralView view(ResultSet row, int index) throws SQLException {
        String reason = row.getString("withdrawal_reason");
        return new ReferralView(
                row.getObject("referral_id", UUID.class),
                row.getLong("number"),
                row.getLong("version"),
                row.getString("body"),
                ReferralState.valueOf(row.getString("state")),
                LegalBasis.valueOf(row.getString("legal_basis")),
                row.getObject("entitled_on", LocalDate.class),
                row.getObject("lapses_on", LocalDate.class),
                row.getObject("registered_on", LocalDate.class),
                entitlements(row.getString("entitlements")),
                Arrays.asList(JSON.readValue(row.getString("wishes"), Wish[].class)),
                row.getBoolean("only_wishes"),
                booking(row),
                test(row),
                reason == null ? null : WithdrawalReason.valueOf(reason),
                row.getObject("place_course", UUID.class),
                row.getObject("begun_course", UUID.class),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("erased_on", LocalDate.class),
                row.getBoolean("linked"));
    }

    private static List<ReferralView.Entitlement> entitlements(String json) {
        return Arrays.asList(JSON.readValue(json, ReferralView.Entitlement[].class));
    }

    private static ReferralView.@Nullable Booking booking(ResultSet row) throws SQLException {
        UUID testDateId = row.getObject("test_date_id", UUID.class);
        return testDateId == null
                ? null
                : new ReferralView.Booking(testDateId, row.getObject("test_on", LocalDate.class));
    }

    private static ReferralView.@Nullable TestResult test(ResultSet row) throws SQLException {
        LocalDate testedOn = row.getObject("tested_on", LocalDate.class);
        return testedOn == null
                ? null
                : new ReferralView.TestResult(
                        testedOn,
                        CourseType.valueOf(row.getString("recommended_type")),
                        row.getInt("recommended_section"),
                        row.getBoolean("dispensable"));
    }
}
