package de.kim.kit.web;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The answers given to requests with an {@code Idempotency-Key}, kept in the service's database for
 * {@link #KEPT}. A row is written in the transaction of the effect it answers for.
 */
class IdempotencyRecords {
    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    IdempotencyRecords(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims the key in the current transaction; where another request holds it uncommitted, waits
     * for the end of that one. False when it was used before.
     */
    boolean claim(IdempotencyKey key) {
        return jdbc.update(
                        """
                        insert into idempotency (scope, key, request_hash, created_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """,
                        key.scope(),
                        key.key(),
                        key.requestHash(),
                        OffsetDateTime.now(clock))
                == 1;
    }

    void answered(IdempotencyKey key, Answer answer) {
        jdbc.update(
                "update idempotency set status = ?, headers = ?, body = ? where scope = ? and key = ?",
                answer.status(),
                answer.keptHeaders(),
                answer.body(),
                key.scope(),
                key.key());
    }

    /** What was answered; empty when the row went away meanwhile. */
    Optional<Given> given(IdempotencyKey key) {
        return jdbc
                .query(
                        """
                        select request_hash, status, headers, body from idempotency
                        where scope = ? and key = ? and status is not null
                        """,
                        (row, i) ->
                                new Given(
                                        row.getString("request_hash"),
                                        new Answer(
                                                row.getInt("status"),
                                                Answer.headers(row.getString("headers")),
                                                row.getBytes("body"))),
                        key.scope(),
                        key.key())
                .stream()
                .findFirst();
    }

    /** Old rows go; until then they are what a late retry is answered from. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void purge() {
        jdbc.update(
                "delete from idempotency where created_at < ?",
                OffsetDateTime.now(clock).minus(KEPT));
    }

    record Given(String requestHash, Answer answer) {}
}
