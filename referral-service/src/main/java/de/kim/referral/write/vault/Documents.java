package de.kim.referral.write.vault;

import com.google.crypto.tink.Aead;
import de.kim.events.DataClass;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code vault.document}: what is known of people, each class of data for itself and
 * encrypted. The ciphertext is bound to its row: in another one it cannot be read.
 */
@Repository
class Documents {
    private static final String INSERT =
            """
            insert into vault.document (referral_id, data_class, version, key_id, ciphertext)
            select ?, * from unnest(?::text[], ?::bigint[], ?::uuid[], ?::bytea[])
            on conflict (referral_id, data_class, version)
                do update set key_id = excluded.key_id, ciphertext = excluded.ciphertext
            """;
    private static final String LATEST =
            """
            select distinct on (data_class) data_class, version, key_id, ciphertext
            from vault.document where referral_id = ? and data_class = any (?::text[])
            order by data_class, version desc
            """;

    private final JdbcClient jdbc;
    private final KeyStore keys;

    Documents(JdbcClient jdbc, KeyStore keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * One document.
     *
     * @param version counts up where earlier ones are kept, else 1
     * @param content JSON
     */
    record Document(DataClass dataClass, long version, byte[] content) {}

    void keep(UUID referralId, List<Document> documents, Function<DataClass, Keyring.Key> ring) {
        int count = documents.size();
        String[] classes = new String[count];
        Long[] versions = new Long[count];
        String[] keyIds = new String[count];
        byte[][] ciphertexts = new byte[count][];
        for (int i = 0; i < count; i++) {
            Document document = documents.get(i);
            Keyring.Key key = ring.apply(document.dataClass());
            classes[i] = document.dataClass().name();
            versions[i] = document.version();
            keyIds[i] = key.id().toString();
            ciphertexts[i] = encrypt(referralId, document, key.aead());
        }
        jdbc.sql(INSERT).param(referralId).params(classes, versions, keyIds, ciphertexts).update();
    }

    /** The latest document of each class that there is and whose key was not destroyed. */
    List<Document> latest(UUID referralId, UUID ringId, Collection<DataClass> classes) {
        return jdbc
                .sql(LATEST)
                .param(referralId)
                .param(names(classes))
                .query((row, i) -> read(referralId, ringId, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The number of the latest document of this class; 0 when there is none. */
    long latestVersion(UUID referralId, DataClass dataClass) {
        return jdbc.sql(
                        """
                        select coalesce(max(version), 0) from vault.document
                        where referral_id = ? and data_class = ?
                        """)
                .params(referralId, dataClass.name())
                .query(Long.class)
                .single();
    }

    /** The keys of what is kept of these classes. */
    Map<DataClass, UUID> keys(UUID referralId, Collection<DataClass> classes) {
        Map<DataClass, UUID> found = new EnumMap<>(DataClass.class);
        jdbc.sql(
                        """
                        select distinct data_class, key_id from vault.document
                        where referral_id = ? and data_class = any (?::text[])
                        """)
                .param(referralId)
                .param(names(classes))
                .query(
                        row -> {
                            found.put(
                                    DataClass.valueOf(row.getString("data_class")),
                                    row.getObject("key_id", UUID.class));
                        });
        return found;
    }

    void delete(UUID referralId, Collection<DataClass> classes) {
        jdbc.sql(
                        """
                        delete from vault.document
                        where referral_id = ? and data_class = any (?::text[])
                        """)
                .param(referralId)
                .param(names(classes))
                .update();
    }

    private static String[] names(Collection<DataClass> classes) {
        return classes.stream().map(Enum::name).toArray(String[]::new);
    }

    private Optional<Document> read(UUID referralId, UUID ringId, ResultSet row)
            throws SQLException {
        DataClass dataClass = DataClass.valueOf(row.getString("data_class"));
        long version = row.getLong("version");
        byte[] ciphertext = row.getBytes("ciphertext");
        return keys.key(ringId, dataClass, row.getObject("key_id", UUID.class))
                .map(key -> decrypt(referralId, dataClass, version, ciphertext, key));
    }

    static byte[] encrypt(UUID referralId, Document document, Aead key) {
        try {
            byte[] place = place(referralId, document.dataClass(), document.version());
            return key.encrypt(document.content(), place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A document cannot be encrypted", e);
        }
    }

    static Document decrypt(
            UUID referralId, DataClass dataClass, long version, byte[] ciphertext, Aead key) {
        try {
            byte[] place = place(referralId, dataClass, version);
            return new Document(dataClass, version, key.decrypt(ciphertext, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A document of the vault was changed or moved", e);
        }
    }

    private static byte[] place(UUID referralId, DataClass dataClass, long version) {
        return String.join("/", "kim.vault", referralId.toString(), dataClass.name(), "" + version)
                .getBytes(StandardCharsets.UTF_8);
    }
}
