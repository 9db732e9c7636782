package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says: the same as the page behind the link, because an envelope is closed. Well
 * formed as XML. It is laid out as DIN 5008 (form B) has it: the address in the window of the
 * envelope, which stays at the left in every language, and marks for folding and punching.
 *
 * @param language of everything but the address
 * @param sender in one line above the address, as the post returns letters
 * @param phone where people are answered; blank: nowhere
 * @param number what to quote in a call; it names nobody
 * @param link where the same stands, and can be answered
 * @param offer null when the letter is about none, or nothing was heard of it
 */
public record LetterText(
        Language language,
        Recipient recipient,
        String sender,
        String phone,
        String number,
        LocalDate writtenOn,
        String link,
        @Nullable OfferSheet offer) {

    /** Of Unicode's private use: in no text. */
    private static final String PLACE = "\uE000";

    private static final String FRAME =
            """
            <html lang="%1$s" dir="%2$s">
            <head>
            <title>%3$s</title>
            <meta name="description" content="%3$s"/>
            <style>
            @page {
              size: A4; margin: 20mm 20mm 20mm 0;
              @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Letter }
            }
            body { font: 10pt/1.35 Letter; margin: 0; padding: 0 0 0 25mm }
            .mark { position: absolute; left: 5mm; width: 4mm; border-top: 0.2mm solid #000 }
            .sender, .address { position: absolute; left: 25mm; width: 80mm; text-align: left;
              direction: ltr }
            .sender { top: 37mm; font-size: 6.5pt }
            .address { top: 43mm; height: 27mm }
            .info { position: absolute; left: 125mm; top: 30mm; width: 65mm }
            .info p { margin: 0 }
            main { display: block; padding-top: 78mm }
            h1 { font: bold 13pt Letter; margin: 0 0 3mm }
            h2 { font: bold 11pt Letter; margin: 4mm 0 1mm; page-break-after: avoid }
            p { margin: 0 0 2mm }
            table { border-collapse: collapse; width: 100%%; margin: 2mm 0 }
            th, td { padding: 0.8mm 0; vertical-align: top; text-align: start }
            th { width: 38mm; font-weight: bold }
            .start { text-align: %4$s }
            .code { float: %5$s; width: 26mm; height: 26mm; margin: 0 3mm }
            .link { direction: ltr; text-align: left; font-weight: bold;
              word-wrap: break-word }
            </style>
            </head>
            <body>
            <div class="mark" style="top: 85mm"></div>
            <div class="mark" style="top: 128.5mm"></div>
            <div class="mark" style="top: 190mm"></div>
            <div class="sender" lang="de" dir="ltr">%6$s</div>
            <div class="address" lang="de" dir="ltr">%7$s</div>
            <div class="info"><p>%8$s</p><p>%9$s</p></div>
            <main>
            <h1>%3$s</h1>
            <p>%10$s</p>
            %11$s
            <p>%12$s</p>
            </main>
            </body>
            </html>
            """;

    public String html() {
        return FRAME.formatted(
                language.code(),
                language.direction(),
                say(title()),
                isRightToLeft() ? "right" : "left",
                isRightToLeft() ? "left" : "right",
                escaped(sender),
                address(),
                escaped(texts().say(Text.OFFER_DAY, "day", writtenOn)),
                leftToRight(Text.RECEIPT_NUMBER, "number", number),
                say(Text.MAIL_GREETING),
                content(),
                say(Text.LETTER_AUTOMATIC));
    }

    private String address() {
        return escaped(recipient.name())
                + "<br/>"
                + escaped(recipient.street())
                + "<br/>"
                + escaped(recipient.postCode() + " " + recipient.town());
    }

    private Text title() {
        return offer == null
                ? Text.MAIL_SUBJECT
                : switch (offer.state()) {
                    case OPEN -> Text.OFFER_TITLE;
                    case ACCEPTED -> Text.ACCEPTED_TITLE;
                    case DECLINED -> Text.DECLINED_TITLE;
                    case ENDED -> Text.ENDED_TITLE;
                    case CANCELLED, LOST -> Text.CANCELLED_TITLE;
                };
    }

    private String content() {
        return offer == null
                ? paragraph(Text.MAIL_OPEN)
                        + address(link)
                        + paragraph(Text.MAIL_BIRTHDATE)
                        + help()
                : switch (offer.state()) {
                    case OPEN -> facts(offer) + clock(offer) + answer();
                    case ACCEPTED -> paragraph(Text.ACCEPTED_TEXT) + facts(offer) + help();
                    case DECLINED -> paragraph(Text.DECLINED_TEXT) + help();
                    case ENDED -> paragraph(Text.ENDED_TEXT) + help();
                    case CANCELLED -> paragraph(Text.CANCELLED_TEXT) + help();
                    case LOST ->
                            paragraph(Text.CANCELLED_TEXT)
                                    + paragraph(Text.CANCELLED_FIRST)
                                    + help();
                };
    }

    private String facts(OfferSheet about) {
        StringBuilder rows = new StringBuilder("<table>\n");
        new CourseFacts(language, about)
                .facts()
                .forEach(
                        (term, fact) ->
                                rows.append(
                                        row(
                                                "<th scope=\"row\" class=\"start\">%s</th>"
                                                        .formatted(say(term)),
                                                "<td class=\"start\">%s</td>"
                                                        .formatted(
                                                                fact.replace("<br>", "<br/>")))));
        return rows.append("</table>\n").toString();
    }

    /** Columns do not turn round with the direction of the page. */
    private String row(String term, String fact) {
        return "<tr>" + (isRightToLeft() ? fact + term : term + fact) + "</tr>\n";
    }

    private boolean isRightToLeft() {
        return language.direction().equals("rtl");
    }

    /** Before the posting nobody knows the day, only how it is counted (§ 37(2) SGB X). */
    private String clock(OfferSheet about) {
        return about.answerBy() == null
                ? paragraph(Text.LETTER_CLOCK)
                : "<p>"
                        + escaped(texts().say(Text.OFFER_UNTIL, "until", about.answerBy()))
                        + "</p>\n";
    }

    private String answer() {
        return "<h2>"
                + say(Text.LETTER_ANSWER)
                + "</h2>\n"
                + code()
                + paragraph(Text.LETTER_OPEN)
                + address(link)
                + paragraph(Text.MAIL_BIRTHDATE)
                + call()
                + paragraph(Text.LETTER_COUNSELLOR);
    }

    private String help() {
        return paragraph(Text.MAIL_HELP) + call();
    }

    private String call() {
        return phone.isBlank()
                ? ""
                : "<p>" + leftToRight(Text.LETTER_PHONE, "phone", phone) + "</p>\n";
    }

    private String address(String link) {
        return "<p class=\"link\" dir=\"ltr\"><a href=\"%1$s\" title=\"%2$s\">%1$s</a></p>\n"
                .formatted(escaped(link), say(Text.MAIL_BUTTON));
    }

    private String code() {
        return "<img class=\"code\" alt=\"%s\" src=\"%s\"/>\n"
                .formatted(say(Text.LETTER_CODE), LinkPicture.data(link));
    }

    /** A text around a number, which is read from left to right in every language. */
    private String leftToRight(Text text, String name, String value) {
        return escaped(texts().say(text, name, PLACE))
                .replace(PLACE, "<bdi dir=\"ltr\">" + escaped(value) + "</bdi>");
    }

    private String paragraph(Text text) {
        return "<p>" + say(text) + "</p>\n";
    }

    private String say(Text text) {
        return escaped(texts().say(text));
    }

    private Texts texts() {
        return Texts.in(language);
    }

    /** So that it never gets into a log by accident. */
    @Override
    public String toString() {
        return "LetterText[hidden]";
    }
}
