package de.kim.referral.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.referral.write.ObjectionAbout;
import de.kim.referral.write.ObjectionOutcome;
import de.kim.referral.write.ReferralHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people objected to, and what became of it. */
@Repository
class Objections {
    private final JdbcClient jdbc;

    Objections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One objection, with nothing in it that says who the person is.
     *
     * @param outcome null while there is none
     */
    record Objection(
            UUID objectionId,
            @JsonIgnore long number,
            UUID referralId,
            String body,
            ObjectionAbout about,
            LocalDate raisedOn,
            @Nullable ObjectionOutcome outcome,
            @Nullable LocalDate decidedOn) {}

    void raised(ReferralHistory.ObjectionRaised it) {
        jdbc.sql(
                        """
                        insert into objection (objection_id, referral_id, body, about, raised_on)
                        select ?, referral_id, body, ?, ? from referral_view where referral_id = ?
                        on conflict (objection_id) do nothing
                        """)
                .params(it.objectionId(), it.about().name(), it.raisedOn(), it.referralId())
                .update();
    }

    void decided(ReferralHistory.ObjectionDecided it) {
        jdbc.sql("update objection set outcome = ?, decided_on = ? where objection_id = ?")
                .params(it.outcome().name(), it.decidedOn(), it.objectionId())
                .update();
    }

    boolean anyOpen(UUID referralId) {
        return jdbc.sql(
                        """
                        select exists
                            (select from objection where referral_id = ? and outcome is null)
                        """)
                .param(referralId)
                .query(Boolean.class)
                .single();
    }

    /**
     * The oldest first, those after the number.
     *
     * @param body null: every body's
     */
    List<Objection> page(@Nullable String body, boolean open, long afterNumber, int rows) {
        return jdbc.sql(
                        """
                        select * from objection
                        where (?::text is null or body = ?) and (not ? or outcome is null)
                            and number > ?
                        order by number limit ?
                        """)
                .param(body)
                .param(body)
                .params(open, afterNumber, rows)
                .query(Objections::objection)
                .list();
    }

    private static Objection objection(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        return new Objection(
                row.getObject("objection_id", UUID.class),
                row.getLong("number"),
                row.getObject("referral_id", UUID.class),
                row.getString("body"),
                ObjectionAbout.valueOf(row.getString("about")),
                row.getObject("raised_on", LocalDate.class),
                outcome == null ? null : ObjectionOutcome.valueOf(outcome),
                row.getObject("decided_on", LocalDate.class));
    }
}
