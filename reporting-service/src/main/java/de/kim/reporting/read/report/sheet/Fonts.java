package de.kim.reporting.read.report.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** DejaVu Sans, from a jar. */
final class Fonts {
    static final String FAMILY = "DejaVu Sans";
    static final String REGULAR = "DejaVuSans.ttf";
    static final String BOLD = "DejaVuSans-Bold.ttf";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private Fonts() {}

    static byte[] bytes(String file) {
        try (InputStream font = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (font == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
