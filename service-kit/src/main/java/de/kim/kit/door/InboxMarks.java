package de.kim.kit.door;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far each source has been heard about each subject. A mark is taken by a conditional update
 * inside the transaction of the effect: two instances, a zombie or a second delivery cannot take
 * the same one.
 */
final class InboxMarks {
    /** Whether it is an event's turn. */
    enum Turn {
        /** It is the next one, and the mark is taken. */
        NEXT,
        /** The same, and records of this subject are parked. */
        NEXT_WITH_PARKED,
        /** It was applied before. */
        PAST,
        /**
         * One before it has not been applied; the mark is locked and says that it will be parked.
         */
        EARLY
    }

    private static final String FIRST =
            """
            insert into inbox_mark as mark (source, subject, last_sequence, parked) values (?, ?, ?, false)
            on conflict (source, subject) do update set last_sequence = 1 where mark.last_sequence = 0
            returning parked""";
    private static final String FOLLOWING =
            """
            update inbox_mark set last_sequence = last_sequence + 1
            where source = ? and subject = ? and last_sequence = ? - 1
            returning parked""";
    private static final String LOCK =
            """
            insert into inbox_mark as mark (source, subject, last_sequence, parked) values (?, ?, 0, true)
            on conflict (source, subject) do update set parked = true
            returning last_sequence""";
    private static final String LAST =
            "select last_sequence from inbox_mark where source = ? and subject = ?";
    private static final String HIGHER =
            """
            insert into inbox_mark as mark (source, subject, last_sequence, parked) values (?, ?, ?, false)
            on conflict (source, subject) do update set last_sequence = excluded.last_sequence
            where mark.last_sequence < excluded.last_sequence
            returning parked""";

    private final JdbcTemplate jdbc;

    InboxMarks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the mark if it is this event's turn. */
    Turn take(Address event) {
        Turn turn = tryTake(event.sequence() == 1 ? FIRST : FOLLOWING, event);
        if (turn != Turn.PAST) {
            return turn;
        }
        if (last(event) >= event.sequence()) {
            return Turn.PAST;
        }
        long last = lock(event);
        if (last >= event.sequence()) {
            return Turn.PAST;
        }
        // Another instance committed the one before between the two statements.
        return last == event.sequence() - 1 ? tryTake(FOLLOWING, event) : Turn.EARLY;
    }

    /** Takes the mark if this is a higher version than any before. */
    Turn takeVersion(Address version) {
        return tryTake(HIGHER, version);
    }

    /**
     * Locks the subject's mark until the end of the transaction, for something to be parked.
     *
     * @return the last applied sequence
     */
    long lock(Address event) {
        Long last = jdbc.queryForObject(LOCK, Long.class, event.source(), event.subject());
        return last == null ? 0 : last;
    }

    private long last(Address event) {
        List<Long> last = jdbc.queryForList(LAST, Long.class, event.source(), event.subject());
        return last.isEmpty() ? 0 : last.getFirst();
    }

    private Turn tryTake(String statement, Address event) {
        List<Boolean> parked =
                jdbc.queryForList(
                        statement,
                        Boolean.class,
                        event.source(),
                        event.subject(),
                        event.sequence());
        if (parked.isEmpty()) {
            return Turn.PAST;
        }
        return parked.getFirst() ? Turn.NEXT_WITH_PARKED : Turn.NEXT;
    }
}
