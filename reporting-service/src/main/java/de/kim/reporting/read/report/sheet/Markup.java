package de.kim.reporting.read.report.sheet;

/** Text in markup that is HTML and well-formed XML. */
final class Markup {
    private Markup() {}

    /** So that it is text and nothing else, between tags and in quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
