package de.kim.reporting.read;

import de.kim.kit.refusal.Refused;
import de.kim.rules.tree.Hash;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Proofs about the ledger (RFC 9162 §2.1); hashes are Base64. */
@Component
public class LedgerProofs {
    /**
     * That an event stands in the ledger.
     *
     * @param size of the tree that the proof leads to the root of
     * @param leafHash SHA-256 of 0x00 and the event's exact bytes
     * @param path from the leaf to the root
     */
    public record Inclusion(
            long index, long size, String leafHash, String root, List<String> path) {}

    /** That the tree of size {@code to} begins with all of the tree of size {@code from}. */
    public record Consistency(
            long from, long to, String fromRoot, String toRoot, List<String> path) {}

    private final JdbcTemplate jdbc;
    private final LedgerTree tree;
    private final Checkpoints checkpoints;

    public LedgerProofs(JdbcTemplate jdbc, LedgerTree tree, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.checkpoints = checkpoints;
    }

    /**
     * Proves one event.
     *
     * @param size null: that of the last checkpoint
     * @throws Refused EVENT_UNCLEAR, EVENT_UNKNOWN, EVENT_NOT_SIGNED_YET, TREE_SIZE_INVALID
     */
    Inclusion inclusion(@Nullable UUID event, @Nullable Long index, @Nullable Long size) {
        if ((event == null) == (index == null)) {
            throw new Refused(ReportingRefusal.EVENT_UNCLEAR);
        }
        long head = LedgerHead.read(jdbc).size();
        long leaf = index == null ? index(event) : index;
        if (leaf < 0 || leaf >= head) {
            throw new Refused(ReportingRefusal.EVENT_UNKNOWN);
        }
        long of = size == null ? signed() : size;
        if (size == null && leaf >= of) {
            throw new Refused(ReportingRefusal.EVENT_NOT_SIGNED_YET);
        }
        if (leaf >= of || of > head) {
            throw new Refused(ReportingRefusal.TREE_SIZE_INVALID);
        }
        return new Inclusion(
                leaf,
                of,
                tree.leaf(leaf).base64(),
                tree.root(of).base64(),
                base64(tree.inclusion(leaf, of)));
    }

    /**
     * Proves that nothing was changed from one size to another.
     *
     * @throws Refused TREE_SIZE_INVALID
     */
    Consistency consistency(long from, long to) {
        if (from < 1 || from > to || to > LedgerHead.read(jdbc).size()) {
            throw new Refused(ReportingRefusal.TREE_SIZE_INVALID);
        }
        return new Consistency(
                from,
                to,
                tree.root(from).base64(),
                tree.root(to).base64(),
                base64(tree.consistency(from, to)));
    }

    private long index(@Nullable UUID event) {
        return jdbc
                .queryForList(
                        "select index from ledger where event_id = ? order by index limit 1",
                        Long.class,
                        event)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ReportingRefusal.EVENT_UNKNOWN));
    }

    private long signed() {
        return checkpoints.latest().map(note -> Checkpoints.checkpoint(note).size()).orElse(0L);
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
