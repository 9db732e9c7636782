package de.kim.kit.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's error codes (appendix A of its manual) mean to the event store. */
final class SqlStates {
    /** A sequence or event id that is taken. Axon's default resolver does not know the code. */
    static final String UNIQUE_VIOLATION = "23505";

    /** The running count is null: the aggregate's previous event is not there. */
    private static final String NOT_NULL_VIOLATION = "23502";

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    private static final Set<String> CONFLICTS =
            Set.of(UNIQUE_VIOLATION, NOT_NULL_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK);

    private SqlStates() {}

    /** An append lost against another one and may be tried again in a new transaction. */
    static boolean isConflict(SQLException e) {
        return isOneOf(e, CONFLICTS);
    }

    private static boolean isOneOf(@Nullable Throwable e, Set<String> states) {
        return e instanceof SQLException sql
                && sql.getSQLState() != null
                && states.contains(sql.getSQLState());
    }
}
