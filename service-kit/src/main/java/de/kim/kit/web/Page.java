package de.kim.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor hand it back as {@code cursor} for the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of the rows read.
     *
     * @param rows up to {@link PageQuery#rows} rows
     */
    public static <T> Page<T> of(List<T> rows, PageQuery query, Function<T, Cursor> cursorAfter) {
        if (rows.size() <= query.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, query.limit());
        return new Page<>(items, cursorAfter.apply(items.getLast()).opaque());
    }
}
