package de.kim.notification.read;

/** The small page behind a link: no script, nothing personal, readable on any telephone. */
public final class LinkPage {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s" dir="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1.125rem/1.6 system-ui, sans-serif; margin: 0; }
            main { max-width: 34rem; margin: 0 auto; padding: 1.5rem; }
            h1 { font-size: 1.5rem; line-height: 1.3; }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            </main>
            </body>
            </html>
            """;

    private LinkPage() {}

    public static String news(Language language) {
        Texts texts = Texts.in(language);
        return page(language, texts.pageTitle(), texts.pageText());
    }

    /** For a link that does not work: it does not say whether it ever did. */
    public static String gone(Language language) {
        Texts texts = Texts.in(language);
        return page(language, texts.goneTitle(), texts.goneText());
    }

    private static String page(Language language, String title, String text) {
        return PAGE.formatted(
                language.code(),
                language.direction(),
                escaped(title),
                escaped(title),
                escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
