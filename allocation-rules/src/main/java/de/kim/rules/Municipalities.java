package de.kim.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reference points delivered with KIM. */
public final class Municipalities {
    /**
     * Stadt Osnabrück and the 34 municipalities of Landkreis Osnabrück, sorted by key; about the
     * town centres.
     */
    public static final List<Municipality> OSNABRUECK = read("municipalities.csv");

    private Municipalities() {}

    private static List<Municipality> read(String resource) {
        InputStream file = Municipalities.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException(resource + " is missing from the jar");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Municipalities::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Municipality row(String line) {
        String[] cells = line.split(",", -1);
        return new Municipality(
                cells[0], cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
    }
}
