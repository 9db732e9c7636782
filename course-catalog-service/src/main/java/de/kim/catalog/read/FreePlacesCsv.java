package de.kim.catalog.read;

import de.kim.catalog.write.ProviderContact;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Free places as a table (RFC 4180), a line each; lists are written as {@code ./kim import} reads
 * them.
 */
final class FreePlacesCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "courseId",
                            "courseType",
                            "name",
                            "providerId",
                            "provider",
                            "phone",
                            "email",
                            "website",
                            "nextEntry",
                            "sections",
                            "ends",
                            "times",
                            "extent",
                            "municipality",
                            "place",
                            "latitudeE6",
                            "longitudeE6",
                            "accessible",
                            "kilometres",
                            "childcare",
                            "womenOnly",
                            "online",
                            "helpLanguages",
                            "capacity",
                            "free",
                            "placesSaidOn",
                            "stale")
                    .get();

    /** What begins a formula, in full width too. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

    private FreePlacesCsv() {}

    static String of(List<FreePlace> places) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter lines = new CSVPrinter(text, FORMAT)) {
            for (FreePlace place : places) {
                lines.printRecord(cells(place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<@Nullable Object> cells(FreePlace place) {
        ProviderContact contact = place.provider().contact();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(place.courseId());
        cells.add(place.courseType());
        cells.add(place.name());
        cells.add(place.provider().providerId());
        cells.add(text(place.provider().name()));
        cells.add(contact == null ? null : text(contact.phone()));
        cells.add(contact == null ? null : text(contact.email()));
        cells.add(contact == null ? null : text(contact.website()));
        cells.add(place.next().begins());
        cells.add(joined(place.entries(), FreePlacesCsv::section));
        cells.add(place.ends());
        cells.add(joined(place.times(), FreePlacesCsv::time));
        cells.add(place.extent());
        cells.add(place.venue().municipality());
        cells.add(place.venue().name());
        cells.add(place.venue().latitudeE6());
        cells.add(place.venue().longitudeE6());
        cells.add(place.venue().accessible());
        cells.add(place.kilometres());
        cells.add(place.childcare());
        cells.add(place.womenOnly());
        cells.add(place.online());
        cells.add(String.join(";", place.helpLanguages()));
        cells.add(place.capacity());
        cells.add(place.free());
        cells.add(place.placesSaidOn());
        cells.add(place.stale());
        return cells;
    }

    /**
     * What an organisation wrote is text also where a spreadsheet would take it for a formula: such
     * a cell begins with an apostrophe, which spreadsheets do not show.
     */
    private static @Nullable String text(@Nullable String written) {
        return written != null && !written.isEmpty() && FORMULA.indexOf(written.charAt(0)) >= 0
                ? "'" + written
                : written;
    }

    private static <T> String joined(List<T> list, Function<T, String> cell) {
        return list.stream().map(cell).collect(Collectors.joining(";"));
    }

    private static String section(Section section) {
        return section.number() + ":" + section.begins() + "/" + section.ends();
    }

    private static String time(WeeklyTime time) {
        return time.day().name().substring(0, 3) + " " + time.from() + "-" + time.to();
    }
}
