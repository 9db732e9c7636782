package de.kim.local.load;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a cell of a CSV file is read. Lists are parted by {@code ;}. A date is {@code 2026-11-23} or,
 * so that a sample does not grow old, {@code today}, {@code today+14}, {@code today-3} (days).
 */
final class Cells {
    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-])(\\d{1,5}))?");
    private static final Pattern IN_PAPERS = Pattern.compile("^00\\.(\\d{2})\\.(\\d{4})$");
    private static final Pattern UNKNOWN_DAY = Pattern.compile("\\d{4}-\\d{2}-00");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LocalDate today;

    Cells(LocalDate today) {
        this.today = today;
    }

    String date(String column, String cell) {
        var relative = RELATIVE.matcher(cell);
        if (relative.matches()) {
            var days =
                    relative.group(2) == null
                            ? 0
                            : Long.parseLong(relative.group(1) + relative.group(2));
            return today.plusDays(days).toString();
        }
        try {
            return LocalDate.parse(cell).toString();
        } catch (DateTimeException e) {
            throw new BadRow(
                    "%s is no date: \"%s\" (write 2026-11-23 or today+14)".formatted(column, cell));
        }
    }

    /** As {@link #date}, or, where the day is unknown, as in the papers: 00.05.1990, 00.00.1990. */
    String birthDate(String column, String cell) {
        var iso = IN_PAPERS.matcher(cell).replaceFirst("$2-$1-00");
        if (!UNKNOWN_DAY.matcher(iso).matches()) {
            return date(column, iso);
        }
        // an unknown month is no month of the calendar, and a known one has a first day
        date(column, iso.replace("-00", "-01"));
        return iso;
    }

    boolean flag(String column, String cell) {
        return switch (cell) {
            case "true", "ja", "yes" -> true;
            case "false", "nein", "no", "" -> false;
            default ->
                    throw new BadRow(
                            "%s is neither true nor false: \"%s\"".formatted(column, cell));
        };
    }

    int number(String column, String cell) {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw new BadRow("%s is no whole number: \"%s\"".formatted(column, cell));
        }
    }

    ArrayNode words(String cell) {
        var list = JSON.arrayNode();
        parts(cell).forEach(list::add);
        return list;
    }

    /** {@code MON 08:30-12:30;TUE 08:30-12:30} */
    ArrayNode times(String column, String cell) {
        var list = JSON.arrayNode();
        for (var part : parts(cell)) {
            var pieces = part.split("[ -]");
            try {
                var from = LocalTime.parse(pieces[1]);
                var to = LocalTime.parse(pieces[2]);
                if (!from.isBefore(to)) {
                    throw new BadRow("%s ends before it begins: \"%s\"".formatted(column, part));
                }
                list.add(
                        JSON.objectNode()
                                .put("day", day(pieces[0]).name())
                                .put("from", from.toString())
                                .put("to", to.toString()));
            } catch (DateTimeException | IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new BadRow(
                        "%s is no weekly time: \"%s\" (write MON 08:30-12:30)"
                                .formatted(column, part));
            }
        }
        return list;
    }

    /** {@code 1:today+14/today+39;2:today+42/today+67} */
    ArrayNode sections(String column, String cell) {
        var list = JSON.arrayNode();
        for (var part : parts(cell)) {
            var pieces = part.split("[:/]");
            if (pieces.length != 3) {
                throw new BadRow(
                        "%s is no section: \"%s\" (write number:begin/end)"
                                .formatted(column, part));
            }
            list.add(
                    JSON.objectNode()
                            .put("number", number(column, pieces[0]))
                            .put("begins", date(column, pieces[1]))
                            .put("ends", date(column, pieces[2])));
        }
        return list;
    }

    /** {@code traeger-01;traeger-04}: providers in the person's order. */
    ArrayNode wishes(String cell) {
        var list = JSON.arrayNode();
        parts(cell)
                .forEach(
                        provider -> {
                            ObjectNode wish = JSON.objectNode().put("providerId", provider);
                            list.add(wish);
                        });
        return list;
    }

    /** {@code Beispielweg 1;49074;Osnabrück} */
    ObjectNode postalAddress(String column, String cell) {
        var pieces = cell.split("\\s*;\\s*");
        if (pieces.length != 3) {
            throw new BadRow(
                    "%s is no address: \"%s\" (write street;post code;town)"
                            .formatted(column, cell));
        }
        return JSON.objectNode()
                .put("street", pieces[0])
                .put("postCode", pieces[1])
                .put("town", pieces[2]);
    }

    private static DayOfWeek day(String letters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> letters.length() == 3 && day.name().startsWith(letters))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(letters));
    }

    private static Iterable<String> parts(String cell) {
        return cell.isBlank()
                ? java.util.List.of()
                : Arrays.asList(cell.strip().split("\\s*;\\s*"));
    }
}
