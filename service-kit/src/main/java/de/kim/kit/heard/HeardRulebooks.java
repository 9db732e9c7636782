package de.kim.kit.heard;

import de.kim.events.Rulebook;
import de.kim.events.RulebookPublished;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rulebooks that were published, kept in the table {@code heard_rulebook} of the service that
 * heard of them. They are known a day before they take effect, so a service that lags a little
 * decides by the same rules as one that does not.
 */
public final class HeardRulebooks implements RulesInForce {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Rulebook delivered;
    private final Map<Integer, Rulebook> read = new ConcurrentHashMap<>();

    /**
     * @param delivered decides as long as nothing was heard: the rules that KIM is delivered with,
     *     which allocation publishes at its first start
     */
    public HeardRulebooks(JdbcClient jdbc, Rulebook delivered) {
        this.jdbc = jdbc;
        this.delivered = delivered;
    }

    /** Keeps it, in the transaction of the inbox; a version never changes. */
    public void published(RulebookPublished event) {
        jdbc.sql(
                        """
                        insert into heard_rulebook (version, effective_from, rulebook)
                        values (?, ?, ?::jsonb) on conflict (version) do nothing
                        """)
                .params(
                        event.rulebook().version(),
                        event.effectiveFrom().atOffset(ZoneOffset.UTC),
                        JSON.writeValueAsString(event.rulebook()))
                .update();
    }

    @Override
    public Rulebook at(Instant instant) {
        return jdbc.sql(
                        """
                        select version from heard_rulebook where effective_from <= ?
                        order by version desc limit 1
                        """)
                .param(instant.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .map(version -> read.computeIfAbsent(version, this::read))
                .orElse(delivered);
    }

    private Rulebook read(int version) {
        return jdbc.sql("select rulebook from heard_rulebook where version = ?")
                .param(version)
                .query((row, i) -> JSON.readValue(row.getString(1), Rulebook.class))
                .single();
    }
}
