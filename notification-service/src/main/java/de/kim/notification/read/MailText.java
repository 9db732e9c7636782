package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;

/**
 * What a mail says: that there is news, and where; nothing about the person. The same as plain text
 * and as HTML.
 *
 * @param link where the message is read
 */
public record MailText(Language language, String link) {
    private static final String HTML =
            """
            <!doctype html>
            <html lang="%s" dir="%s">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body style="font: 18px/1.5 sans-serif">
            <p>%s</p>
            <p>%s</p>
            <p><a href="%s" style="font-size: 20px">%s</a></p>
            <p>%s</p>
            <p>%s</p>
            <p>%s</p>
            </body>
            </html>
            """;

    public String subject() {
        return say(Text.MAIL_SUBJECT);
    }

    public String plain() {
        return String.join(
                        "\n\n",
                        say(Text.MAIL_GREETING),
                        say(Text.MAIL_OPEN),
                        link,
                        say(Text.MAIL_BIRTHDATE),
                        say(Text.MAIL_HELP),
                        say(Text.MAIL_AUTOMATIC))
                + "\n";
    }

    public String html() {
        return HTML.formatted(
                language.code(),
                language.direction(),
                escaped(subject()),
                escaped(say(Text.MAIL_GREETING)),
                escaped(say(Text.MAIL_OPEN)),
                escaped(link),
                escaped(say(Text.MAIL_BUTTON)),
                escaped(say(Text.MAIL_BIRTHDATE)),
                escaped(say(Text.MAIL_HELP)),
                escaped(say(Text.MAIL_AUTOMATIC)));
    }

    private String say(Text text) {
        return Texts.in(language).say(text);
    }
}
