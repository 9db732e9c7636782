package de.kim.audit.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it (C2SP signed-note): lines that each end with a line feed, an
 * empty line, and for each signature {@code — name base64(id ‖ signature)}.
 *
 * @param text with the line feed of its last line; that is what is signed
 * @see <a href="https://github.com/C2SP/C2SP/blob/main/signed-note.md">C2SP signed-note</a>
 */
public record SignedNote(String text, List<Signed> signatures) {
    private static final String DASH = "— ";
    private static final int LONGEST = 100_000;
    private static final int MOST_SIGNATURES = 100;

    /** One signature: who says that they signed, and the id of the key with what it signed. */
    public record Signed(String name, String idAndSignature) {
        private byte[] bytes() {
            return Base64.getDecoder().decode(idAndSignature);
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Signs a text. */
    public static SignedNote sign(String text, Collection<SigningKey> keys) {
        if (!text.endsWith("\n") || text.contains("\n\n")) {
            throw new IllegalArgumentException("a note has lines, and no empty one");
        }
        List<Signed> signatures = new ArrayList<>();
        for (SigningKey key : keys) {
            byte[] id = key.publicLine().idBytes();
            byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(id, id.length + signature.length);
            System.arraycopy(signature, 0, both, id.length, signature.length);
            signatures.add(
                    new Signed(key.publicLine().name(), Base64.getEncoder().encodeToString(both)));
        }
        return new SignedNote(text, signatures);
    }

    /**
     * Reads a note; nothing is checked yet.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note");
        }
        List<Signed> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n")) {
            String[] words = line.substring(line.startsWith(DASH) ? DASH.length() : 0).split(" ");
            if (!line.startsWith(DASH)
                    || words.length != 2
                    || signatures.size() == MOST_SIGNATURES) {
                throw new IllegalArgumentException("not the signatures of a note");
            }
            Signed signature = new Signed(PublicKeyLine.checked(words[0]), words[1]);
            if (signature.bytes().length <= PublicKeyLine.ID_LENGTH) {
                throw new IllegalArgumentException("a signature is too short");
            }
            signatures.add(signature);
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /**
     * The key of these that signed the note; the first of several. Signatures of other keys mean
     * nothing, so they are passed over; one that names a key of these and is not its, is not.
     *
     * @return empty when none signed it, or one of the signatures is false
     */
    public Optional<PublicKeyLine> signer(Collection<PublicKeyLine> keys) {
        Optional<PublicKeyLine> signer = Optional.empty();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (Signed signature : signatures) {
            byte[] both = signature.bytes();
            byte[] id = Arrays.copyOf(both, PublicKeyLine.ID_LENGTH);
            byte[] signed = Arrays.copyOfRange(both, PublicKeyLine.ID_LENGTH, both.length);
            for (PublicKeyLine key : keys) {
                if (key.name().equals(signature.name()) && Arrays.equals(key.idBytes(), id)) {
                    if (!key.signed(bytes, signed)) {
                        return Optional.empty();
                    }
                    signer = signer.isPresent() ? signer : Optional.of(key);
                }
            }
        }
        return signer;
    }

    /** The whole note. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Signed signature : signatures) {
            note.append(DASH)
                    .append(signature.name())
                    .append(' ')
                    .append(signature.idAndSignature())
                    .append('\n');
        }
        return note.toString();
    }
}
