package de.kim.reporting.read.report.sheet;

import static de.kim.reporting.read.report.sheet.Markup.escaped;

/** The report as a web page: no script, nothing from elsewhere, light and dark, printable. */
final class SheetsPage {
    static final Words WITHHELD =
            new Words(
                    "Diese Tabelle wird nicht gezeigt: so kleine Zahlen ließen sich nicht verdecken.",
                    "This table is not shown: numbers as small as these could not be hidden.");
    static final Words EMPTY =
            new Words("In diesem Zeitraum gab es keine.", "There were none in this period.");

    private static final Words SKIP = new Words("Zum Inhalt", "Skip to the content");
    private static final Words CONTENTS = new Words("Tabellen", "Tables");

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="robots" content="noindex" />
            <title>%2$s</title>
            <style>
            :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --line: #6b6b6b; --strong: #0b57a4; --first: #7fa8d4; --second: #0b57a4; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #f2f2f2; --paper: #16181c; --line: #9a9a9a; --strong: #9ecbff; --first: #4c6f94; --second: #9ecbff; }
            }
            @media print { :root { --ink: #000000; --paper: #ffffff; --line: #6b6b6b; --first: #7fa8d4; --second: #0b57a4; } nav, .skip { display: none; } section { break-inside: auto; } h2 { break-after: avoid; } tr, figure { break-inside: avoid; } .wide { overflow: visible; } }
            * { box-sizing: border-box; }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; color: var(--ink); background: var(--paper); }
            p, li { max-width: 46rem; }
            h1 { font-size: 1.75rem; line-height: 1.3; } h2 { font-size: 1.3rem; margin-block-start: 2.5rem; }
            a { color: var(--strong); }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dt { font-weight: bold; } dd { margin: 0; }
            nav ul { columns: 20rem; padding-inline-start: 1.25rem; } nav a { display: inline-block; padding: .25rem 0; }
            figure { margin: 0 0 1rem; } svg { max-width: 100%%; height: auto; } svg text { fill: var(--ink); font-size: 13px; }
            .bar0 { fill: var(--first); } .bar1 { fill: var(--second); }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            caption { text-align: start; font-weight: bold; padding-block-end: .25rem; }
            th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: end; vertical-align: bottom; }
            th[scope=row], thead th:first-child { text-align: start; }
            .skip { position: absolute; inset-inline-start: -99rem; } .skip:focus { position: static; }
            :focus-visible { outline: 3px solid var(--strong); outline-offset: 3px; }
            </style>
            </head>
            <body>
            <a class="skip" href="#content">%3$s</a>
            <header>
            <h1>%2$s</h1>
            %4$s</header>
            <nav aria-label="%5$s">
            %6$s</nav>
            <main id="content">
            %7$s</main>
            </body>
            </html>
            """;

    private SheetsPage() {}

    static String of(ReportSheets sheets, Language language) {
        SheetsMarkup markup = new SheetsMarkup(sheets, language, SheetsPage::figure);
        return PAGE.formatted(
                language.code(),
                escaped(sheets.title().in(language)),
                escaped(SKIP.in(language)),
                markup.facts(),
                escaped(CONTENTS.in(language)),
                markup.contents(),
                markup.sections());
    }

    private static String figure(Bars bars) {
        StringBuilder svg = new StringBuilder("<figure>\n");
        svg.append(
                "<svg role=\"img\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" aria-label=\"%3$s\">\n"
                        .formatted(bars.width(), bars.height(), escaped(bars.words())));
        for (Bars.Bar bar : bars.bars()) {
            svg.append(
                    "<rect class=\"bar%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" />\n"
                            .formatted(bar.series(), bar.x(), bar.y(), bar.width(), bar.height()));
        }
        for (Bars.Label label : bars.labels()) {
            svg.append(
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
                            .formatted(
                                    label.x(),
                                    label.y(),
                                    label.ends() ? "end" : "start",
                                    escaped(label.text())));
        }
        return svg.append("</svg>\n</figure>\n").toString();
    }
}
