package de.kim.allocation.read;

import de.kim.allocation.write.RoundInputs;
import de.kim.rules.KeptInput;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Inputs and outcomes of rounds beside the history: facts of this service alone. Of whoever is
 * erased the hash of their part stays, so that the round still proves what it decided about others.
 */
@Component
public class KeptRoundInputs implements RoundInputs {
    /** Any number that nothing else of this database locks: "inputs" in ASCII. */
    private static final long LOCK = 0x696e70757473L;

    private final JdbcClient jdbc;

    public KeptRoundInputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without the people who were erased since the input was gathered. */
    @Override
    public void keep(UUID roundId, RoundInput input, RoundOutcome outcome) {
        alone();
        KeptInput kept = KeptInput.of(input);
        for (UUID gone : erasedOf(ids(kept))) {
            kept = kept.without(gone);
        }
        jdbc.sql(
                        """
                        insert into round_input (round_id, people, canonical, outcome)
                        values (?, ?::uuid[], ?, ?)
                        """)
                .param(roundId)
                .param(ids(kept))
                .param(packed(kept.canonicalBytes()))
                .param(packed(outcome.canonicalBytes()))
                .update();
    }

    private List<UUID> erasedOf(String[] people) {
        return jdbc.sql(
                        """
                        select referral_id from unnest(?::uuid[]) as person(referral_id)
                        left join heard_profile f using (referral_id) where f.version is null
                        """)
                .param(people)
                .query(UUID.class)
                .list();
    }

    /**
     * Leaves no more than the hash of the person's part in every input that has it; after the
     * profile, in its transaction.
     */
    void erase(UUID referralId) {
        List<UUID> rounds =
                jdbc.sql("select round_id from round_input where people @> array[?::uuid]")
                        .param(referralId)
                        .query(UUID.class)
                        .list();
        for (UUID round : rounds) {
            of(round)
                    .map(bytes -> KeptInput.ofCanonicalBytes(bytes).without(referralId))
                    .ifPresent(kept -> replace(round, kept));
        }
    }

    private void replace(UUID roundId, KeptInput kept) {
        jdbc.sql("update round_input set people = ?::uuid[], canonical = ? where round_id = ?")
                .param(ids(kept))
                .param(packed(kept.canonicalBytes()))
                .param(roundId)
                .update();
    }

    private static String[] ids(KeptInput kept) {
        return kept.known().people().stream()
                .map(Person::referralId)
                .map(UUID::toString)
                .toArray(String[]::new);
    }

    /**
     * Lets a round be opened and a person be erased one after the other, until the transaction
     * ends: an input that was not committed yet could not be seen, and would stay.
     */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(?) is not null")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** The canonical bytes of the input; empty when they are not kept, or not any more. */
    Optional<byte[]> of(UUID roundId) {
        return jdbc.sql("select canonical from round_input where round_id = ?")
                .param(roundId)
                .query((row, i) -> unpacked(row.getBytes(1)))
                .optional();
    }

    /** The canonical bytes of the outcome, kept as long as the input. */
    Optional<byte[]> outcomeOf(UUID roundId) {
        return jdbc.sql("select outcome from round_input where round_id = ?")
                .param(roundId)
                .query((row, i) -> unpacked(row.getBytes(1)))
                .optional();
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
