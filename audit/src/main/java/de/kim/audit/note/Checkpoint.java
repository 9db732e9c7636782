package de.kim.audit.note;

import de.kim.rules.tree.Hash;

/**
 * What a ledger commits to: that its first {@code size} leaves have this root. It is the text of a
 * signed note, three lines: origin, size in decimal, root in Base64.
 *
 * @see <a href="https://github.com/C2SP/C2SP/blob/main/tlog-checkpoint.md">C2SP tlog-checkpoint</a>
 */
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        PublicKeyLine.checked(origin);
        if (size < 0) {
            throw new IllegalArgumentException("size " + size);
        }
    }

    /**
     * Reads a text. Lines after the third mean something to others only.
     *
     * @throws IllegalArgumentException when it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n");
        if (lines.length < 3 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
