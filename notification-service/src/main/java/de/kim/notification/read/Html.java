package de.kim.notification.read;

/** Text in HTML. */
final class Html {
    private Html() {}

    /** So that it is text and nothing else, between tags and in quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** In German, whatever the language around it: names and terms that stand on German papers. */
    static String german(String text) {
        return "<bdi lang=\"de\">" + escaped(text) + "</bdi>";
    }
}
