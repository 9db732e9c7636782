package de.kim.local.backup;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of a table is copied. A table whose comment begins with {@value #NOT_IN_BACKUPS} stays
 * empty; of a few tables of the kit, some rows or columns are left out.
 *
 * @param name with its schema, quoted
 */
record TableCopy(String name, List<String> columns, boolean empty) {
    static final String NOT_IN_BACKUPS = "not in backups";

    /**
     * Profiles come again from referral-service, and only of those who were not erased since. So do
     * all events: the topics begin anew after a restore.
     */
    private static final Map<String, String> ROWS =
            Map.of(
                    "public.inbox_mark", "source <> 'kim.profiles'",
                    "public.inbox_parked", "topic <> 'kim.profiles'",
                    "public.token_entry", "processor_name <> 'outbox'");

    /**
     * A digest of what was sent is a trace of a person, too; without it a repetition is refused.
     * And seals are said again, as all events are.
     */
    private static final Map<String, Map<String, String>> COLUMNS =
            Map.of(
                    "public.idempotency", Map.of("request_hash", "''"),
                    "public.seal", Map.of("said", "false"));

    TableCopy {
        columns = List.copyOf(columns);
    }

    String out() {
        var instead = COLUMNS.getOrDefault(name, Map.of());
        var selected =
                columns.stream()
                        .map(column -> instead.getOrDefault(column, quoted(column)))
                        .collect(Collectors.joining(", "));
        var rows = empty ? "false" : ROWS.getOrDefault(name, "true");
        return "copy (select %s from %s where %s) to stdout".formatted(selected, name, rows);
    }

    static String in(String name, List<String> columns) {
        return "copy %s (%s) from stdin"
                .formatted(
                        name,
                        columns.stream().map(TableCopy::quoted).collect(Collectors.joining(", ")));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
