package de.kim.allocation.plumbing;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.ApprovedOverride;
import de.kim.allocation.write.HardshipCondition;
import de.kim.allocation.write.HardshipProposal;
import de.kim.allocation.write.Overrides;
import de.kim.kit.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places out of turn in a table. */
public class OverrideBox implements Overrides {
    private final JdbcClient jdbc;

    public OverrideBox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(HardshipProposal proposal, String reason) {
        jdbc.sql(
                        """
                        insert into hardship_override (override_id, referral_id, course_id, section,
                            condition, body, account, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        proposal.overrideId(),
                        proposal.referralId(),
                        proposal.courseId(),
                        proposal.section(),
                        proposal.condition().name(),
                        proposal.body(),
                        proposal.account(),
                        proposal.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
        // an erasure that goes on waits for the profile's lock, or has it and leaves nothing to
        // find
        jdbc.sql(
                        """
                        insert into override_reason (override_id, referral_id, reason)
                        select ?, referral_id, ? from heard_profile where referral_id = ?
                        for key share
                        """)
                .params(proposal.overrideId(), reason, proposal.referralId())
                .update();
    }

    /** Two who approve at once wait for each other here. */
    @Override
    public HardshipProposal open(UUID overrideId) {
        return jdbc.sql(
                        """
                        select * from hardship_override
                        where override_id = ? and approved_at is null and withdrawn_at is null
                        for update
                        """)
                .param(overrideId)
                .query((row, i) -> proposal(row))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.OVERRIDE_NOT_FOUND));
    }

    @Override
    public void approved(UUID overrideId, String body, String account, String reason, Instant at) {
        jdbc.sql(
                        """
                        update hardship_override
                        set second_body = ?, second_account = ?, approved_at = ?
                        where override_id = ?
                        """)
                .params(body, account, at.atOffset(ZoneOffset.UTC), overrideId)
                .update();
        // of somebody who was erased meanwhile there is no row, and no word is kept
        jdbc.sql("update override_reason set second_reason = ? where override_id = ?")
                .params(reason, overrideId)
                .update();
    }

    @Override
    public List<ApprovedOverride> approved() {
        return jdbc.sql(
                        """
                        select * from hardship_override
                        where approved_at is not null and round_id is null
                            and withdrawn_at is null
                        order by approved_at, override_id
                        """)
                .query(
                        (row, i) ->
                                new ApprovedOverride(
                                        proposal(row),
                                        row.getString("second_body"),
                                        row.getString("second_account")))
                .list();
    }

    @Override
    public void withdrawn(UUID overrideId, Instant at) {
        int rows =
                jdbc.sql(
                                """
                                update hardship_override
                                set withdrawn_at = coalesce(withdrawn_at, ?)
                                where override_id = ? and round_id is null
                                """)
                        .params(at.atOffset(ZoneOffset.UTC), overrideId)
                        .update();
        if (rows == 0) {
            throw new Refused(AllocationRefusal.OVERRIDE_NOT_FOUND);
        }
    }

    @Override
    public void waits(UUID overrideId, String code) {
        jdbc.sql("update hardship_override set waits_for = ? where override_id = ?")
                .params(code, overrideId)
                .update();
    }

    private static HardshipProposal proposal(ResultSet row) throws SQLException {
        return new HardshipProposal(
                row.getObject("override_id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getInt("section"),
                HardshipCondition.valueOf(row.getString("condition")),
                row.getString("body"),
                row.getString("account"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }
}
