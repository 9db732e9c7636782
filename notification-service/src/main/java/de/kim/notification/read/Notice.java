package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;

import java.time.Instant;

/** The pages that only say something. */
public record Notice(Language language) {
    /** For a link that does not work: it does not say whether it ever did, but what to do. */
    public String gone() {
        return page(Text.GONE_TITLE, say(Text.GONE_TEXT));
    }

    /** The birth date was wrong too often. */
    public String locked(Instant until) {
        return page(Text.LOCKED_TITLE, Texts.in(language).say(Text.LOCKED_TEXT, "until", until));
    }

    /**
     * The birth date cannot be checked now.
     *
     * @param reached whether the time to answer runs already
     */
    public String later(boolean reached) {
        String clock = reached ? "" : " " + say(Text.LATER_CLOCK);
        return page(Text.LATER_TITLE, say(Text.LATER_TEXT) + clock);
    }

    /** The answer did not arrive. */
    public String unsent() {
        return page(Text.LATER_TITLE, say(Text.UNSENT_TEXT));
    }

    /** The offer was over before the answer came. */
    public String ended() {
        return page(Text.ENDED_TITLE, say(Text.ENDED_TEXT));
    }

    private String page(Text title, String text) {
        return PageFrame.around(language, say(title), "<p>" + escaped(text) + "</p>");
    }

    private String say(Text text) {
        return Texts.in(language).say(text);
    }
}
