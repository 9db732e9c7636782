package de.kim.reporting.read;

import de.kim.rules.tree.Hash;
import de.kim.rules.tree.MerkleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Roots and proofs from table {@code ledger_node}, each with one query. */
@Component
public class LedgerTree {
    private static final String NODES =
            """
            select n.level, n.index, n.hash
            from unnest(?::smallint[], ?::bigint[]) wanted (level, index)
            cross join lateral (
                select * from ledger_node n
                where n.level = wanted.level and n.index = wanted.index) n
            """;

    private record Place(int level, long index) {}

    private final JdbcTemplate jdbc;

    public LedgerTree(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Hash root(long size) {
        return ask(tree -> tree.root(size));
    }

    Hash leaf(long index) {
        return node(read(List.of(new Place(0, index))), new Place(0, index));
    }

    List<Hash> inclusion(long index, long size) {
        return ask(tree -> tree.inclusion(index, size));
    }

    List<Hash> consistency(long from, long to) {
        return ask(tree -> tree.consistency(from, to));
    }

    /** Asks twice: first to learn which nodes it takes, then with all of them. */
    private <T> T ask(Function<MerkleTree, T> question) {
        List<Place> wanted = new ArrayList<>();
        var unused =
                question.apply(
                        new MerkleTree(
                                (level, index) -> {
                                    wanted.add(new Place(level, index));
                                    return Hash.EMPTY;
                                }));
        Map<Place, Hash> nodes = read(wanted);
        return question.apply(
                new MerkleTree((level, index) -> node(nodes, new Place(level, index))));
    }

    private static Hash node(Map<Place, Hash> nodes, Place place) {
        Hash hash = nodes.get(place);
        if (hash == null) {
            throw new IllegalStateException("the tree has no " + place);
        }
        return hash;
    }

    private Map<Place, Hash> read(List<Place> wanted) {
        Map<Place, Hash> nodes = new HashMap<>();
        jdbc.query(
                NODES,
                (RowCallbackHandler)
                        row ->
                                nodes.put(
                                        new Place(row.getInt("level"), row.getLong("index")),
                                        Hash.of(row.getBytes("hash"))),
                wanted.stream().map(Place::level).toArray(Integer[]::new),
                wanted.stream().map(Place::index).toArray(Long[]::new));
        return nodes;
    }
}
