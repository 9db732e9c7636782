package de.kim.reporting.read.report.sheet;

import static de.kim.reporting.read.report.sheet.Markup.escaped;

import java.util.function.Function;

/** What page and paper have in common: headings, words, pictures and tables. */
final class SheetsMarkup {
    /** More columns than this need smaller letters on paper. */
    private static final int MANY = 10;

    private final ReportSheets sheets;
    private final Language language;
    private final Function<Bars, String> picture;

    /**
     * @param picture how bars are drawn
     */
    SheetsMarkup(ReportSheets sheets, Language language, Function<Bars, String> picture) {
        this.sheets = sheets;
        this.language = language;
        this.picture = picture;
    }

    String facts() {
        StringBuilder html = new StringBuilder("<dl>\n");
        for (ReportSheets.Fact fact : sheets.facts()) {
            html.append("<dt>%s</dt><dd>%s</dd>\n".formatted(say(fact.name()), say(fact.value())));
        }
        return html.append("</dl>\n<p>").append(say(sheets.hiding())).append("</p>\n").toString();
    }

    String contents() {
        StringBuilder html = new StringBuilder("<ul>\n");
        for (Sheet sheet : sheets.sheets()) {
            html.append(
                    "<li><a href=\"#%s\">%s</a></li>\n"
                            .formatted(escaped(sheet.code()), say(sheet.title())));
        }
        return html.append("</ul>\n").toString();
    }

    String sections() {
        StringBuilder html = new StringBuilder();
        sheets.sheets().forEach(sheet -> section(sheet, html));
        return html.toString();
    }

    private void section(Sheet sheet, StringBuilder html) {
        String id = escaped(sheet.code());
        html.append("<section id=\"%s\">\n<h2>%s</h2>\n".formatted(id, say(sheet.title())));
        html.append("<p>%s</p>\n".formatted(say(sheet.definition())));
        if (sheet.withheld()) {
            html.append("<p>%s</p>\n".formatted(say(SheetsPage.WITHHELD)));
        } else if (sheet.rows().isEmpty()) {
            html.append("<p>%s</p>\n".formatted(say(SheetsPage.EMPTY)));
        } else {
            if (sheet.isCharted()) {
                html.append(picture.apply(Bars.of(sheet, language)));
            }
            table(sheet, html);
        }
        html.append("</section>\n");
    }

    private void table(Sheet sheet, StringBuilder html) {
        html.append(
                "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n"
                        .formatted(say(sheet.title())));
        html.append(sheet.columns().size() > MANY ? "<table class=\"many\">\n" : "<table>\n");
        html.append("<caption>%s</caption>\n".formatted(say(sheet.title())));
        html.append("<thead>\n<tr><th scope=\"col\">%s</th>".formatted(say(sheet.of())));
        for (Sheet.Column column : sheet.columns()) {
            html.append("<th scope=\"col\">%s</th>".formatted(say(column.title())));
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (Sheet.Row row : sheet.rows()) {
            html.append("<tr><th scope=\"row\">%s</th>".formatted(say(row.title())));
            for (Cell cell : row.cells()) {
                html.append("<td>%s</td>".formatted(escaped(cell.text(language))));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private String say(Words words) {
        return escaped(words.in(language));
    }
}
