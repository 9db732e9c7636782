package de.kim.events.approved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is produced by the code and was approved by a person: kept in the repository,
 * compared line by line. Run the test with {@code -Dkim.approve=true} to write what is produced
 * now, then read the difference before committing it.
 */
public final class Approved {
    private static final String SWITCH = "kim.approve";
    private static final int SHOWN_DIFFERENCES = 20;

    private Approved() {}

    /**
     * Fails with the differing lines when {@code produced} is not what {@code file} holds.
     *
     * @param file relative to the module's folder, where Maven runs its tests
     */
    public static void check(Path file, String produced) {
        check(file, produced, Boolean.getBoolean(SWITCH));
    }

    static void check(Path file, String produced, boolean approving) {
        String now = withUnixLines(produced);
        if (approving) {
            write(file, now);
            return;
        }
        if (!Files.exists(file)) {
            throw new AssertionError(
                    file + " was never approved; run with -D" + SWITCH + "=true and read it");
        }
        String before = withUnixLines(read(file));
        if (!before.equals(now)) {
            throw new AssertionError(
                    file
                            + " differs (- approved, + now; -D"
                            + SWITCH
                            + "=true approves):\n"
                            + difference(before, now));
        }
    }

    /** The lines that differ, each with its number in the approved or in the produced text. */
    static String difference(String before, String now) {
        List<String> old = before.lines().toList();
        List<String> fresh = now.lines().toList();
        int head = commonHead(old, fresh);
        int tail = commonTail(old, fresh, head);
        List<String> shown = new ArrayList<>();
        show(shown, "-", old, head, old.size() - tail);
        show(shown, "+", fresh, head, fresh.size() - tail);
        return shown.isEmpty() ? "only the end of the file differs" : String.join("\n", shown);
    }

    private static void show(
            List<String> shown, String sign, List<String> lines, int from, int to) {
        int end = Math.min(to, from + SHOWN_DIFFERENCES);
        for (int i = from; i < end; i++) {
            shown.add(sign + " " + (i + 1) + ": " + lines.get(i));
        }
        if (end < to) {
            shown.add(sign + " … " + (to - end) + " more lines");
        }
    }

    private static int commonHead(List<String> a, List<String> b) {
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
            i++;
        }
        return i;
    }

    private static int commonTail(List<String> a, List<String> b, int head) {
        int i = 0;
        while (i < a.size() - head
                && i < b.size() - head
                && a.get(a.size() - 1 - i).equals(b.get(b.size() - 1 - i))) {
            i++;
        }
        return i;
    }

    private static String withUnixLines(String text) {
        return text.replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
