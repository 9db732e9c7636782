package de.kim.referral.write;

import de.kim.referral.write.vault.MarkBook;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code vault.possible_duplicate}: two referrals of which somebody has to say. */
@Repository
class PossibleDuplicates {
    private final JdbcClient jdbc;
    private final Clock clock;

    PossibleDuplicates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One pair.
     *
     * @param same what was decided; null as long as nobody has
     */
    record Pair(UUID referralId, UUID otherReferralId, @Nullable Boolean same) {}

    /** Unless it is known already, either way round. */
    void add(UUID referralId, MarkBook.Other other) {
        jdbc.sql(
                        """
                        insert into vault.possible_duplicate
                            (id, referral_id, other_referral_id, marks, since)
                        select ?, ?, ?, ?::text[], ?
                        where not exists (select from vault.possible_duplicate
                            where referral_id = ? and other_referral_id = ?)
                        on conflict do nothing
                        """)
                .params(UUID.randomUUID(), referralId, other.referralId())
                .params(
                        other.agreeing().stream().map(Enum::name).toArray(String[]::new),
                        OffsetDateTime.now(clock))
                .params(other.referralId(), referralId)
                .update();
    }

    /** Nobody else decides until the unit of work ends. */
    Optional<Pair> locked(UUID id) {
        return jdbc.sql(
                        """
                        select referral_id, other_referral_id, same
                        from vault.possible_duplicate where id = ? for update
                        """)
                .param(id)
                .query(
                        (row, i) ->
                                new Pair(
                                        row.getObject("referral_id", UUID.class),
                                        row.getObject("other_referral_id", UUID.class),
                                        row.getObject("same", Boolean.class)))
                .optional();
    }

    void decide(UUID id, boolean same, String by) {
        jdbc.sql(
                        """
                        update vault.possible_duplicate
                        set same = ?, decided_at = ?, decided_by = ? where id = ?
                        """)
                .params(same, OffsetDateTime.now(clock), by, id)
                .update();
    }
}
