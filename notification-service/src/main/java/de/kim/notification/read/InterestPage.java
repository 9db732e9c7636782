package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;

/**
 * Whether a place is still wanted: one button, and afterwards a thank-you. Whoever does not want
 * one any more need not do anything.
 *
 * @param token of the link
 */
public record InterestPage(Language language, String token) {
    private static final String ASKED =
            """
            <p>%s</p>
            <p>%s</p>
            <form method="post" action="%s">
            <input type="hidden" name="lang" value="%s">
            <button class="main" name="step" value="interest">%s</button>
            </form>
            """;

    public String asked() {
        return page(
                ASKED.formatted(
                        say(Text.INTEREST_TEXT),
                        say(Text.INTEREST_SILENT),
                        escaped(token),
                        language.code(),
                        say(Text.INTEREST_YES)));
    }

    public String thanked() {
        return page("<p role=\"status\">" + say(Text.INTEREST_THANKS) + "</p>\n");
    }

    private String page(String content) {
        return PageFrame.around(language, Texts.in(language).say(Text.INTEREST_TITLE), content);
    }

    private String say(Text text) {
        return escaped(Texts.in(language).say(text));
    }
}
