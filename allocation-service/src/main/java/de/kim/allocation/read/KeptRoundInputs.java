package de.kim.allocation.read;

import de.kim.allocation.write.RoundInputs;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inputs of rounds beside the history: facts of this service alone, that erasure removes. */
@Component
public class KeptRoundInputs implements RoundInputs {
    /** Any number that nothing else of this database locks: "inputs" in ASCII. */
    private static final long LOCK = 0x696e70757473L;

    private final JdbcClient jdbc;

    public KeptRoundInputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing is kept when one of the people was erased since the input was gathered. */
    @Override
    public void keep(UUID roundId, RoundInput input) {
        String[] people =
                input.people().stream()
                        .map(Person::referralId)
                        .map(UUID::toString)
                        .toArray(String[]::new);
        alone();
        jdbc.sql(
                        """
                        insert into round_input (round_id, people, canonical)
                        select ?, ?::uuid[], ?
                        where not exists (select 1 from unnest(?::uuid[]) as person(referral_id)
                            left join heard_profile f using (referral_id) where f.version is null)
                        """)
                .param(roundId)
                .param(people)
                .param(packed(input.canonicalBytes()))
                .param(people)
                .update();
    }

    /** Removes every input that the person stands in; after the profile, in its transaction. */
    void erase(UUID referralId) {
        jdbc.sql("delete from round_input where people @> array[?::uuid]")
                .param(referralId)
                .update();
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

    /** The canonical bytes; empty when they are not kept, or not any more. */
    Optional<byte[]> of(UUID roundId) {
        return jdbc.sql("select canonical from round_input where round_id = ?")
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
