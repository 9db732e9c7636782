package de.kim.kit.web;

import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Stack traces for the log without the exceptions' messages: those quote what was sent or stored,
 * and that may be a person's name. What messages are missed for most is kept: a refused connection,
 * and PostgreSQL's state.
 */
public final class SilentStackTraces implements StackTracePrinter {
    private static final int MAX_FRAMES = 40;

    @Override
    public void printStackTrace(Throwable thrown, Appendable out) throws IOException {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable next = thrown;
        while (next != null && seen.add(next)) {
            out.append(seen.size() == 1 ? "" : "caused by ").append(title(next)).append('\n');
            frames(next, out);
            next = next.getCause();
        }
    }

    private static void frames(Throwable thrown, Appendable out) throws IOException {
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
            out.append("  at ").append(frames[i].toString()).append('\n');
        }
    }

    private static String title(Throwable thrown) {
        @Nullable String harmless =
                switch (thrown) {
                    case SQLException sql -> "state " + sql.getSQLState();
                    case SocketException socket -> socket.getMessage();
                    default -> null;
                };
        String name = thrown.getClass().getName();
        return harmless == null ? name : name + ": " + harmless;
    }
}
