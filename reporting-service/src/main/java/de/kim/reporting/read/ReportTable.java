package de.kim.reporting.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How rows of the report stand in a table: once for JDBC and COPY, writing and reading.
 *
 * @param <K> the type of the key
 * @param <R> the type of the row
 */
final class ReportTable<K, R> {
    /** Reads one row. */
    interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private final String name;
    private final List<String> columns;
    private final Function<R, K> key;
    private final Function<R, @Nullable Object[]> values;
    private final Reader<R> reader;

    /**
     * @param columns the first one is the key
     */
    ReportTable(
            String name,
            List<String> columns,
            Function<R, K> key,
            Function<R, @Nullable Object[]> values,
            Reader<R> reader) {
        this.name = name;
        this.columns = columns;
        this.key = key;
        this.values = values;
        this.reader = reader;
    }

    K key(R row) {
        return key.apply(row);
    }

    R read(ResultSet row) throws SQLException {
        return reader.read(row);
    }

    String in(LiveSet set) {
        return name + "_" + set.suffix();
    }

    String selectOne(LiveSet set) {
        return selectAll(set) + " where " + columns.getFirst() + " = ?";
    }

    String selectAll(LiveSet set) {
        return "select " + String.join(", ", columns) + " from " + in(set);
    }

    String upsert(LiveSet set) {
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String changes =
                columns.stream()
                        .skip(1)
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        return "insert into %s (%s) values (%s) on conflict (%s) do update set %s"
                .formatted(in(set), String.join(", ", columns), marks, columns.getFirst(), changes);
    }

    String copy(LiveSet set) {
        return "copy %s (%s) from stdin".formatted(in(set), String.join(", ", columns));
    }

    /** The values of {@link #upsert}, as JDBC takes them. */
    @Nullable Object[] parameters(R row) {
        @Nullable Object[] parameters = values.apply(row);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] =
                    switch (parameters[i]) {
                        case null -> null;
                        case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                        case Enum<?> constant -> constant.name();
                        case Object value -> value;
                    };
        }
        return parameters;
    }

    /** One line of {@link #copy}, in PostgreSQL's text format. */
    void appendLine(R row, StringBuilder lines) {
        @Nullable Object[] fields = values.apply(row);
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                lines.append('\t');
            }
            appendField(fields[i], lines);
        }
        lines.append('\n');
    }

    private static void appendField(@Nullable Object value, StringBuilder lines) {
        if (value == null) {
            lines.append("\\N");
            return;
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return orNull(row.getObject(column, OffsetDateTime.class), OffsetDateTime::toInstant);
    }

    static <S, T> @Nullable T orNull(@Nullable S value, Function<S, T> read) {
        return value == null ? null : read.apply(value);
    }
}
