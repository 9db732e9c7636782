package de.kim.system.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The vault as it stands in a backup: what whoever finds the file has in hand. */
record BackedUp(Path file) {
    /** A row of {@code vault.document}. */
    record Document(
            String referral, String dataClass, long version, UUID keyId, byte[] ciphertext) {
        /** What the ciphertext is bound to, see the vault's own {@code Documents}. */
        byte[] place() {
            return String.join("/", "kim.vault", referral, dataClass, "" + version)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    List<Document> documents(String referral) throws IOException {
        return rows("referral/vault.document.copy", referral)
                .map(
                        row ->
                                new Document(
                                        row[0],
                                        row[1],
                                        Long.parseLong(row[2]),
                                        UUID.fromString(row[3]),
                                        // COPY doubles the backslash of \x
                                        HexFormat.of()
                                                .parseHex(row[4].substring("\\\\x".length()))))
                .toList();
    }

    /** Which file of the key store has the keys. */
    UUID ring(String referral) throws IOException {
        return rows("referral/vault.person.copy", referral)
                .map(row -> UUID.fromString(row[2]))
                .findFirst()
                .orElseThrow();
    }

    /** How many marks of anybody there are: keyed hashes, whose key is never destroyed. */
    long marks() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("referral/vault.mark.copy");
            return entry == null ? 0 : zip.getInputStream(entry).readAllBytes().length;
        }
    }

    private Stream<String[]> rows(String entry, String referral) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var bytes =
                    zip.getInputStream(Objects.requireNonNull(zip.getEntry(entry))).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(row -> row[0].equals(referral));
        }
    }
}
