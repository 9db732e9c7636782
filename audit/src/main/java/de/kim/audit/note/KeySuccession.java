package de.kim.audit.note;

import java.util.List;
import java.util.Optional;

/**
 * A new key of a ledger, vouched for by the one before: a signed note of two lines, {@code
 * kim-ledger-key} and the new key's public line.
 */
public final class KeySuccession {
    private static final String TITLE = "kim-ledger-key\n";

    private KeySuccession() {}

    /** What the old key says of the new one. */
    public static SignedNote vouch(SigningKey old, PublicKeyLine fresh) {
        return SignedNote.sign(TITLE + fresh + "\n", List.of(old));
    }

    /** Who vouches for the key: one of {@code trusted}; empty when none of them does. */
    public static Optional<PublicKeyLine> voucher(
            SignedNote note, PublicKeyLine fresh, List<PublicKeyLine> trusted) {
        return note.text().equals(TITLE + fresh + "\n") ? note.signer(trusted) : Optional.empty();
    }
}
