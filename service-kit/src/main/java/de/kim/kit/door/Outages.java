package de.kim.kit.door;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what is the event's fault from what is not. */
final class Outages {
    /** Connection lost, out of resources, server shuts down, system error. */
    private static final List<String> OUTAGES =
            List.of("08", "53", "57P", "58", "25006", "25P03", "25P04");

    private static final int DEEPEST = 20;

    private Outages() {}

    /** The database is away: no event's fault, whatever was being done is done again later. */
    static boolean isOutage(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isOutageState(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutageState(@Nullable String state) {
        return state != null && OUTAGES.stream().anyMatch(state::startsWith);
    }
}
