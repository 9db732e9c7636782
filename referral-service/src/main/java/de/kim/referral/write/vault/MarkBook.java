package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import de.kim.referral.write.duplicates.Mark;
import de.kim.referral.write.duplicates.MarkKind;
import de.kim.referral.write.duplicates.Marks;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code vault.mark}: by what people may be known again, as keyed hashes. Only whether two
 * are equal can be seen in them.
 */
@Repository
public class MarkBook {
    private static final String OTHERS =
            """
            with found as (
                select distinct referral_id from vault.mark
                where hash = any (?::bytea[]) and referral_id <> ?)
            select p.referral_id, p.person,
                array_agg(distinct m.kind) filter (where m.hash = any (?::bytea[])) as agreeing,
                array_agg(distinct m.kind) filter (where m.hash <> all (?::bytea[])) as differing
            from found
            join vault.person p using (referral_id)
            join vault.mark m using (referral_id)
            join referral_view v using (referral_id)
            where v.state <> 'IN_ERROR'
            group by p.referral_id, p.person, v.number
            order by v.number
            """;

    private final JdbcClient jdbc;
    private final KeyStore keys;

    MarkBook(JdbcClient jdbc, KeyStore keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** A mark that only the key store can make. */
    public record Hashed(MarkKind kind, byte[] hash) {
        /** Its first eight bytes. */
        private long lock() {
            return ByteBuffer.wrap(hash).getLong();
        }
    }

    /**
     * Another referral that has something in common with the one asked about.
     *
     * @param differing the kinds of which it has other marks
     */
    public record Other(
            UUID referralId, UUID person, Set<MarkKind> agreeing, Set<MarkKind> differing) {}

    /** What is known of a person, as far as it says who they are. */
    public List<Hashed> marks(List<Personal> known) {
        Personal.Identity identity = null;
        Personal.FileNumbers numbers = null;
        for (Personal each : known) {
            switch (each) {
                case Personal.Identity it -> identity = it;
                case Personal.FileNumbers it -> numbers = it;
                case Personal.Contact it -> {}
                case Personal.FreeText it -> {}
                case Personal.Registration it -> {}
                case Personal.Background it -> {}
            }
        }
        return marks(identity, numbers);
    }

    public List<Hashed> marks(
            Personal.@Nullable Identity identity, Personal.@Nullable FileNumbers numbers) {
        if (identity == null) {
            return List.of();
        }
        return new Marks(
                        identity.surname(),
                        identity.firstName(),
                        identity.birthDate(),
                        numbers == null ? null : numbers.fileNumber(),
                        numbers == null ? null : numbers.centralNumber())
                .all().stream().map(this::hashed).toList();
    }

    private Hashed hashed(Mark mark) {
        return new Hashed(mark.kind(), keys.hash(mark.kind() + "/" + mark.text()));
    }

    /**
     * Until the unit of work ends, nobody else asks about these marks: of two bodies that refer the
     * same person in one instant the second sees what the first has stored.
     */
    public void lock(List<Hashed> marks) {
        Long[] locks = finding(marks).map(Hashed::lock).distinct().sorted().toArray(Long[]::new);
        jdbc.sql("select pg_advisory_xact_lock(key) from unnest(?::bigint[]) key")
                .param(locks)
                .query(row -> {});
    }

    /** As {@link #lock}, of all marks of these two: nobody is found by them meanwhile. */
    public void lockBoth(UUID one, UUID another) {
        lock(
                jdbc.sql("select kind, hash from vault.mark where referral_id in (?, ?)")
                        .params(one, another)
                        .query(
                                (row, i) ->
                                        new Hashed(
                                                MarkKind.valueOf(row.getString("kind")),
                                                row.getBytes("hash")))
                        .list());
    }

    /** The referrals that have something in common, the oldest first. */
    public List<Other> others(UUID than, List<Hashed> marks) {
        byte[][] finding = finding(marks).map(Hashed::hash).toArray(byte[][]::new);
        byte[][] all = marks.stream().map(Hashed::hash).toArray(byte[][]::new);
        return jdbc.sql(OTHERS)
                .param(finding)
                .param(than)
                .param(all)
                .param(all)
                .query((row, i) -> other(row))
                .list();
    }

    public void keep(UUID referralId, List<Hashed> marks) {
        jdbc.sql(
                        """
                        insert into vault.mark (referral_id, kind, hash)
                        select ?, * from unnest(?::text[], ?::bytea[]) on conflict do nothing
                        """)
                .param(referralId)
                .param(marks.stream().map(mark -> mark.kind().name()).toArray(String[]::new))
                .param(marks.stream().map(Hashed::hash).toArray(byte[][]::new))
                .update();
    }

    /** Puts these into the place of all that there were. */
    public void replace(UUID referralId, List<Hashed> marks) {
        jdbc.sql("delete from vault.mark where referral_id = ?").param(referralId).update();
        keep(referralId, marks);
    }

    /** Without the data there is nothing to know it again by. */
    void delete(UUID referralId, Collection<DataClass> classes) {
        Set<MarkKind> gone = EnumSet.noneOf(MarkKind.class);
        if (classes.contains(DataClass.IDENTITY)) {
            gone.addAll(EnumSet.allOf(MarkKind.class));
        }
        if (classes.contains(DataClass.FILE_NUMBERS)) {
            gone.addAll(
                    EnumSet.of(MarkKind.AZR_NUMBER, MarkKind.BAMF_NUMBER, MarkKind.FILE_NUMBER));
        }
        jdbc.sql("delete from vault.mark where referral_id = ? and kind = any (?::text[])")
                .param(referralId)
                .param(gone.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    private static Stream<Hashed> finding(List<Hashed> marks) {
        return marks.stream().filter(mark -> mark.kind().finds());
    }

    private static Other other(ResultSet row) throws SQLException {
        return new Other(
                row.getObject("referral_id", UUID.class),
                row.getObject("person", UUID.class),
                kinds(row, "agreeing"),
                kinds(row, "differing"));
    }

    private static Set<MarkKind> kinds(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null
                ? Set.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(MarkKind::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MarkKind.class)));
    }
}
