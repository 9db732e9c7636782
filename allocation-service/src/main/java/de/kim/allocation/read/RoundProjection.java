package de.kim.allocation.read;

import de.kim.allocation.write.ClearingRoundHistory;
import de.kim.allocation.write.ClearingRoundHistory.Closed;
import de.kim.allocation.write.ClearingRoundHistory.Opened;
import de.kim.allocation.write.ClearingRoundHistory.Verified;
import de.kim.allocation.write.Grant;
import de.kim.allocation.write.Match;
import de.kim.allocation.write.PublishedRulebookHistory;
import de.kim.allocation.write.PublishedRulebookHistory.Published;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds and rulebooks. */
@Component
@ProcessingGroup(OwnHistory.PLACES)
public class RoundProjection {
    private final JdbcClient jdbc;

    public RoundProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    public void project(ClearingRoundHistory event, @Timestamp Instant at) {
        switch (event) {
            case Opened e -> opened(e, at);
            case Verified e -> verified(e);
            case Closed e ->
                    jdbc.sql(
                                    """
                                    update clearing_round set offered = ?, closed_at = ?
                                    where round_id = ?
                                    """)
                            .params(e.offered(), at.atOffset(ZoneOffset.UTC), e.roundId())
                            .update();
        }
    }

    @EventHandler
    public void project(PublishedRulebookHistory event) {
        switch (event) {
            case Published e ->
                    jdbc.sql(
                                    """
                                    insert into rulebook
                                        (version, effective_from, rulebook, reason, approved_by)
                                    values (?, ?, ?::jsonb, ?, ?)
                                    """)
                            .params(
                                    e.rulebook().version(),
                                    e.effectiveFrom().atOffset(ZoneOffset.UTC),
                                    JsonColumn.write(e.rulebook()),
                                    e.reason(),
                                    e.approvedBy())
                            .update();
        }
    }

    private void opened(Opened e, Instant at) {
        jdbc.sql(
                        """
                        insert into clearing_round (round_id, kind, opened_at, held_on,
                            rulebook_version, algorithm_version, input_digest)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        e.roundId(),
                        e.kind().name(),
                        at.atOffset(ZoneOffset.UTC),
                        e.heldOn(),
                        e.rulebookVersion(),
                        e.algorithmVersion(),
                        e.inputDigest())
                .update();
    }

    private void verified(Verified e) {
        jdbc.sql(
                        """
                        update clearing_round set passed = ?, outcome_digest = ?, waiting = ?,
                            matched = ?, verdicts = ?::jsonb, statement = ?::jsonb
                        where round_id = ?
                        """)
                .param(e.passed())
                .param(e.outcomeDigest())
                .param(e.waiting())
                .param(e.matches().size())
                .param(JsonColumn.write(e.verdicts()))
                .param(e.statement() == null ? null : JsonColumn.write(e.statement()))
                .param(e.roundId())
                .update();
        for (Match match : e.matches()) {
            Grant grant = match.grant();
            if (grant != null) {
                given(grant, e.roundId());
            }
        }
    }

    /** Not rebuilt, but the same whenever it is said. */
    private void given(Grant grant, UUID roundId) {
        jdbc.sql(
                        """
                        update hardship_override
                        set round_id = ?, displaced = ?, waits_for = null where override_id = ?
                        """)
                .params(roundId, grant.displaced().size(), grant.overrideId())
                .update();
    }
}
