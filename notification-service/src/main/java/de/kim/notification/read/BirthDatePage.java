package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;

/**
 * What a link shows first, to whoever has it: nothing but the question for the birth date.
 *
 * @param token of the link
 */
public record BirthDatePage(Language language, String token) {
    private static final String FORM =
            """
            <p id="why">%s</p>
            %s<form method="post" action="%s" autocomplete="off">
            <input type="hidden" name="step" value="birth-date">
            <input type="hidden" name="lang" value="%s">
            <fieldset aria-describedby="example%s">
            <legend>%s</legend>
            <p id="example">%s</p>
            <div class="date">
            <div><label for="day">%s</label><input id="day" name="day" inputmode="numeric" maxlength="2" autocomplete="bday-day" required%s></div>
            <div><label for="month">%s</label><input id="month" name="month" inputmode="numeric" maxlength="2" autocomplete="bday-month" required%s></div>
            <div><label for="year">%s</label><input class="year" id="year" name="year" inputmode="numeric" maxlength="4" autocomplete="bday-year" required%s></div>
            </div>
            </fieldset>
            <button class="main">%s</button>
            </form>
            """;

    public String asked() {
        return page("");
    }

    /** What was entered is no date. */
    public String incomplete() {
        return page(say(Text.BIRTH_INCOMPLETE));
    }

    /**
     * It is not the person's.
     *
     * @param tries how often another one can be entered
     */
    public String wrong(int tries) {
        return page(Texts.in(language).say(Text.BIRTH_WRONG, "tries", tries));
    }

    private String page(String problem) {
        boolean isFine = problem.isEmpty();
        String alert =
                isFine
                        ? ""
                        : "<p class=\"bad\" id=\"problem\" role=\"alert\">%s</p>\n"
                                .formatted(escaped(problem));
        String invalid = isFine ? "" : " aria-invalid=\"true\"";
        return PageFrame.around(
                language,
                say(Text.BIRTH_TITLE),
                FORM.formatted(
                        escaped(say(Text.BIRTH_WHY)),
                        alert,
                        escaped(token),
                        language.code(),
                        isFine ? "" : " problem",
                        escaped(say(Text.BIRTH_TITLE)),
                        escaped(say(Text.BIRTH_EXAMPLE)),
                        escaped(say(Text.BIRTH_DAY)),
                        invalid,
                        escaped(say(Text.BIRTH_MONTH)),
                        invalid,
                        escaped(say(Text.BIRTH_YEAR)),
                        invalid,
                        escaped(say(Text.BIRTH_SUBMIT))));
    }

    private String say(Text text) {
        return Texts.in(language).say(text);
    }
}
