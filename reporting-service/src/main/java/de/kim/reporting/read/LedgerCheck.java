package de.kim.reporting.read;

import de.kim.reporting.read.LedgerAlarms.Code;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks now and then whether every event and every node in the database is still what the tree
 * says, so that a byte that was changed there is named, and not only missed by a proof.
 */
@Component
public class LedgerCheck {
    private static final int MOST = 100;
    private static final String CHANGED_EVENTS =
            """
            select format('event %s', h.index)
            from ledger_head, ledger_node h left join ledger e on e.index = h.index
            where h.level = 0 and h.index < size
                and (e.bytes is null or h.hash <> sha256('\\x00'::bytea || e.bytes))
            order by h.index limit ?
            """;
    private static final String CHANGED_NODES =
            """
            select format('node %s of level %s', p.index, p.level)
            from ledger_node p
            left join ledger_node l on l.level = p.level - 1 and l.index = p.index * 2
            left join ledger_node r on r.level = p.level - 1 and r.index = p.index * 2 + 1
            where p.level > 0
                and p.hash is distinct from sha256('\\x01'::bytea || l.hash || r.hash)
            order by p.level, p.index limit ?
            """;

    private final JdbcTemplate jdbc;
    private final LedgerAlarms alarms;
    private final TransactionTemplate snapshot;

    public LedgerCheck(
            JdbcTemplate jdbc, LedgerAlarms alarms, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Raises an alarm for each that has changed, a hundred of each kind at most. */
    @Scheduled(
            initialDelayString = "${kim.ledger.check-pause:10m}",
            fixedDelayString = "${kim.ledger.check-pause:10m}")
    public void check() {
        List<String> changed =
                Objects.requireNonNull(
                        snapshot.execute(
                                status -> {
                                    jdbc.execute("set local transaction_timeout = 0");
                                    List<String> found =
                                            jdbc.queryForList(CHANGED_EVENTS, String.class, MOST);
                                    found.addAll(
                                            jdbc.queryForList(CHANGED_NODES, String.class, MOST));
                                    return found;
                                }));
        changed.forEach(what -> alarms.raise(Code.LEDGER_CHANGED, what));
    }
}
