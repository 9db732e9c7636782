package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;

/**
 * What all pages have around them: no script, nothing from elsewhere, light and dark, readable on
 * any telephone.
 */
final class PageFrame {
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
            :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --line: #6b6b6b; --strong: #0b57a4; --on: #ffffff; --bad: #b00020; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #f2f2f2; --paper: #16181c; --line: #9a9a9a; --strong: #9ecbff; --on: #10141a; --bad: #ffb4ab; }
            }
            * { box-sizing: border-box; }
            body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; color: var(--ink); background: var(--paper); }
            main, nav { max-width: 34rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
            h1 { font-size: 1.5rem; line-height: 1.3; }
            h2, legend { font-size: 1.25rem; font-weight: bold; padding: 0; }
            dt { font-weight: bold; margin-block-start: .75rem; }
            dd { margin: 0; }
            a, summary { color: var(--strong); }
            fieldset { border: 0; padding: 0; margin: 0 0 1rem; min-width: 0; }
            .date { display: flex; flex-wrap: wrap; gap: 1rem; }
            .date label { display: block; }
            input { font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--line); border-radius: .25rem; padding: .5rem; }
            .date input { width: 4rem; } .date .year { width: 6rem; }
            .choice { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; }
            .choice input { width: 1.5rem; height: 1.5rem; flex: none; }
            button, .button { display: block; width: 100%%; min-height: 3rem; padding: .75rem 1rem; margin: 0 0 1rem; font: inherit; font-weight: bold; text-align: center; text-decoration: none; border-radius: .25rem; border: 2px solid var(--strong); color: var(--strong); background: var(--paper); }
            .main { color: var(--on); background: var(--strong); }
            summary { display: list-item; padding: .75rem 0; font-weight: bold; }
            .note { border-inline-start: .375rem solid var(--strong); padding-inline-start: .75rem; }
            .bad { border-inline-start: .375rem solid var(--bad); padding-inline-start: .75rem; color: var(--bad); }
            :focus-visible { outline: 3px solid var(--strong); outline-offset: 3px; }
            nav { border-top: 1px solid var(--line); }
            nav ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
            nav a { display: inline-block; padding: .5rem 0; min-height: 2.75rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s
            </main>
            <nav aria-label="%s">
            <ul>
            %s</ul>
            </nav>
            </body>
            </html>
            """;

    private PageFrame() {}

    /**
     * @param title text
     * @param content HTML
     */
    static String around(Language language, String title, String content) {
        return PAGE.formatted(
                language.code(),
                language.direction(),
                escaped(title),
                escaped(title),
                content.strip(),
                escaped(Texts.in(language).say(Text.PAGE_LANGUAGES)),
                languages(language));
    }

    /** The same page in the other languages. */
    private static String languages(Language now) {
        StringBuilder links = new StringBuilder();
        for (Language other : Language.values()) {
            if (other != now) {
                links.append(
                        "<li><a href=\"?lang=%1$s\" lang=\"%1$s\" hreflang=\"%1$s\" dir=\"%2$s\">%3$s</a></li>\n"
                                .formatted(other.code(), other.direction(), other.ownName()));
            }
        }
        return links.toString();
    }
}
