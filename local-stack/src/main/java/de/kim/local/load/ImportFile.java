package de.kim.local.load;

import de.kim.local.Trouble;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that was read: its kind, the rows that can be sent and those that cannot.
 *
 * @param name what to call it in messages
 */
public record ImportFile(String name, Kind kind, List<Row> rows, List<Rejected> rejected) {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads a CSV or JSON file.
     *
     * @param today what {@code today} means in it
     * @throws Trouble when there is no such file, it is too large, or it is neither CSV nor JSON of
     *     a known kind
     */
    public static ImportFile read(Path file, LocalDate today) {
        return parse(file.getFileName().toString(), text(file), today);
    }

    /** The same for text that is already at hand. */
    public static ImportFile parse(String name, String text, LocalDate today) {
        var rejected = new ArrayList<Rejected>();
        var rows =
                name.toLowerCase(java.util.Locale.ROOT).endsWith(".json")
                        ? jsonRows(text, rejected)
                        : new CsvRows(today)
                                .read(
                                        text.startsWith("\uFEFF") ? text.substring(1) : text,
                                        rejected::add);
        if (rows.isEmpty()) {
            throw new Trouble(
                    name
                            + " has no row that could be read."
                            + (rejected.isEmpty()
                                    ? ""
                                    : " The first mistake: " + rejected.get(0).why() + "."),
                    "See ./kim import --help for the columns.");
        }
        var columns = new TreeSet<String>();
        rows.forEach(row -> columns.addAll(row.fields().propertyNames()));
        return new ImportFile(name, Kind.with(columns), List.copyOf(rows), List.copyOf(rejected));
    }

    /** The same with its first rows only. */
    public ImportFile first(int count) {
        return new ImportFile(name, kind, rows.stream().limit(count).toList(), List.of());
    }

    private static List<Row> jsonRows(String text, List<Rejected> rejected) {
        try {
            var rows = new ArrayList<Row>();
            var number = 0;
            for (JsonNode node : JSON.readTree(text)) {
                number++;
                if (node instanceof ObjectNode fields) {
                    rows.add(new Row(number, fields));
                } else {
                    rejected.add(new Rejected(number, "is no JSON object"));
                }
            }
            return rows;
        } catch (JacksonException e) {
            throw new Trouble(
                    "The file is no JSON: " + e.getOriginalMessage() + ".",
                    "Give an array of objects, one a row.",
                    e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Trouble(file + " is larger than 64 MB.", "Split it.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new Trouble(file + " is not UTF-8 text.", "Save it as CSV with UTF-8.", e);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read.", "Check the name and the permissions.", e);
        }
    }
}
