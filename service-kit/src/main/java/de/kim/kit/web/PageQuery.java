package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for, from the query parameters {@code cursor} and {@code limit}; endpoints
 * take it as a parameter.
 *
 * @param cursor where the page begins; null for the first page
 * @param limit how many items at most, 1 to 200, 50 when not said
 */
public record PageQuery(@Nullable Cursor cursor, int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** The sort key after which the page begins; refuses a cursor of another list. */
    public Optional<Cursor> after(String list, int parts) {
        return cursor == null ? Optional.empty() : Optional.of(cursor.of(list, parts));
    }

    /** How many rows to read: one more than shown, to know whether a next page exists. */
    public int rows() {
        return limit + 1;
    }

    static PageQuery of(@Nullable String cursor, @Nullable String limit) {
        return new PageQuery(cursor == null ? null : Cursor.parse(cursor), limit(limit));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        // not Integer.parseInt alone, which reads the digits of every script
        if (limit.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        }
        throw new Refused(WebRefusal.INVALID_PARAMETER);
    }
}
