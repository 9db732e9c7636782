package de.kim.allocation.read;

import de.kim.allocation.read.RulebookChanges.Change;
import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.RulebookDraft;
import de.kim.allocation.write.RulebookDrafts;
import de.kim.events.Rulebook;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which places are allocated, version after version, for everybody who signs in. */
@RestController
class RulebooksEndpoint {
    private final JdbcClient jdbc;
    private final RulebookDrafts drafts;
    private final Clock clock;

    RulebooksEndpoint(JdbcClient jdbc, RulebookDrafts drafts, Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param effectiveUntil from then on the next version decides; null: no end is known
     * @param inForce whether it decides now
     * @param approvedBy the body
     */
    record Version(
            int version,
            Instant effectiveFrom,
            @Nullable Instant effectiveUntil,
            boolean inForce,
            String reason,
            String approvedBy,
            Rulebook rulebook) {}

    /** All of them; there are never many. */
    record Versions(List<Version> items) {
        Versions {
            items = List.copyOf(items);
        }
    }

    /** What is proposed; the account of who did so stays here. */
    record Draft(
            UUID draftId,
            Instant effectiveFrom,
            String reason,
            String proposedBy,
            Instant proposedAt,
            List<Change> changes) {
        Draft {
            changes = List.copyOf(changes);
        }
    }

    record Drafts(List<Draft> items) {
        Drafts {
            items = List.copyOf(items);
        }
    }

    /** What changed since another version. */
    record Comparison(int version, int since, List<Change> changes) {
        Comparison {
            changes = List.copyOf(changes);
        }
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/rulebooks")
    Versions all() {
        return new Versions(versions());
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/rulebooks/{version}")
    Version one(@PathVariable int version) {
        return versions().stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new Refused(AllocationRefusal.RULEBOOK_NOT_FOUND));
    }

    /** Against the version before, unless another one is asked for. */
    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/rulebooks/{version}/changes")
    Comparison changes(@PathVariable int version, @RequestParam @Nullable Integer since) {
        int other = since == null ? Math.max(1, version - 1) : since;
        return new Comparison(
                version,
                other,
                RulebookChanges.between(one(other).rulebook(), one(version).rulebook()));
    }

    /** The rules that wait for a second person, against those of the last version. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/rulebooks/drafts")
    Drafts drafts() {
        Rulebook last = versions().getFirst().rulebook();
        return new Drafts(drafts.open().stream().map(draft -> draft(draft, last)).toList());
    }

    private static Draft draft(RulebookDraft draft, Rulebook last) {
        return new Draft(
                draft.draftId(),
                draft.effectiveFrom(),
                draft.reason(),
                draft.body(),
                draft.proposedAt(),
                RulebookChanges.between(last, draft.content().as(last.version() + 1)));
    }

    /** The latest first. A later version ends an earlier one, even one that was to come. */
    private List<Version> versions() {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select *, min(effective_from) over (order by version
                            rows between 1 following and unbounded following) as effective_until
                        from rulebook order by version desc
                        """)
                .query((row, i) -> version(row, now))
                .list();
    }

    private static Version version(ResultSet row, Instant now) throws SQLException {
        Instant from = row.getObject("effective_from", OffsetDateTime.class).toInstant();
        Instant until = Offers.instant(row, "effective_until");
        return new Version(
                row.getInt("version"),
                from,
                until,
                !from.isAfter(now) && (until == null || until.isAfter(now)),
                row.getString("reason"),
                row.getString("approved_by"),
                JsonColumn.read(row.getString("rulebook"), Rulebook.class));
    }
}
