package de.kim.local.story;

import de.kim.local.load.ImportFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The sample of Osnabrück: twenty bodies, eleven providers, their courses and people. All of it is
 * invented.
 */
public final class Sample {
    private static final String FOLDER = "/sample/osnabrueck/";

    private Sample() {}

    /** Providers, courses and referrals, in the order in which they are loaded. */
    public static List<ImportFile> files(LocalDate today) {
        return List.of(
                file("providers.csv", today),
                file("courses.csv", today),
                file("referrals.csv", today));
    }

    /** The codes of the bodies of the network. */
    public static Set<String> bodies() {
        return file("bodies.csv", LocalDate.EPOCH).rows().stream()
                .map(row -> row.fields().path("code").asString())
                .collect(Collectors.toSet());
    }

    /** The birth dates of its people, by where they are told: what they enter on their page. */
    public static Map<String, LocalDate> birthDates() {
        return Mailbox.birthDates(
                file("referrals.csv", LocalDate.EPOCH).rows().stream()
                        .map(row -> (JsonNode) row.fields())
                        .toList());
    }

    /** The first rows of each file. */
    public static List<ImportFile> part(LocalDate today, int rows) {
        return files(today).stream().map(file -> file.first(rows)).toList();
    }

    private static ImportFile file(String name, LocalDate today) {
        try (InputStream in = Sample.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the sample lacks " + name);
            }
            return ImportFile.parse(
                    name, new String(in.readAllBytes(), StandardCharsets.UTF_8), today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
