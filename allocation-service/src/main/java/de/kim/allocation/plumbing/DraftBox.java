package de.kim.allocation.plumbing;

import de.kim.allocation.read.JsonColumn;
import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.RulebookContent;
import de.kim.allocation.write.RulebookDraft;
import de.kim.allocation.write.RulebookDrafts;
import de.kim.kit.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposed rulebooks in a table. */
public class DraftBox implements RulebookDrafts {
    private final JdbcClient jdbc;

    public DraftBox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(RulebookDraft draft) {
        jdbc.sql(
                        """
                        insert into rulebook_draft
                            (draft_id, content, effective_from, reason, body, account, proposed_at)
                        values (?, ?::jsonb, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draft.draftId(),
                        JsonColumn.write(draft.content()),
                        draft.effectiveFrom().atOffset(ZoneOffset.UTC),
                        draft.reason(),
                        draft.body(),
                        draft.account(),
                        draft.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Two who approve at once wait for each other here. */
    @Override
    public RulebookDraft open(UUID draftId) {
        return jdbc.sql(
                        """
                        select * from rulebook_draft where draft_id = ? and version is null
                        for update
                        """)
                .param(draftId)
                .query((row, i) -> draft(row))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.RULEBOOK_DRAFT_NOT_FOUND));
    }

    @Override
    public List<RulebookDraft> open() {
        return jdbc.sql(
                        """
                        select * from rulebook_draft where version is null
                        order by proposed_at, draft_id limit 200
                        """)
                .query((row, i) -> draft(row))
                .list();
    }

    @Override
    public void approved(UUID draftId, int version) {
        jdbc.sql("update rulebook_draft set version = ? where draft_id = ?")
                .params(version, draftId)
                .update();
    }

    @Override
    public int nextVersion() {
        return 1
                + jdbc.sql("select coalesce(max(version), 0) from rulebook")
                        .query(Integer.class)
                        .single();
    }

    private static RulebookDraft draft(ResultSet row) throws SQLException {
        return new RulebookDraft(
                row.getObject("draft_id", UUID.class),
                JsonColumn.read(row.getString("content"), RulebookContent.class),
                row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("body"),
                row.getString("account"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }
}
