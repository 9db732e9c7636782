package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes wrong where letters are given to the post. */
final class PostMistakes {
    private PostMistakes() {}

    static List<Mistake> all(Desk desk) {
        var mistakes = new ArrayList<Mistake>();
        mistakes.add(posted("MESSAGE_NOT_FOUND", Desk.UNKNOWN, desk.today()));
        mistakes.add(posted("POSTED_ON_OUT_OF_RANGE", Desk.UNKNOWN, desk.today().plusDays(2)));
        // a mail is no letter
        desk.messages().stream()
                .filter(message -> message.path("channel").asString("").equals("EMAIL"))
                .findFirst()
                .map(mail -> mail.path("messageId").asString(""))
                .map(mail -> posted("LETTER_NOT_WAITING", mail, desk.today()))
                .ifPresent(mistakes::add);
        return mistakes;
    }

    private static Mistake posted(String code, String messageId, LocalDate day) {
        return new Mistake(
                Desk.NOTIFICATION,
                code,
                Accounts.COORDINATOR,
                "/api/messages/" + messageId + "/posted",
                Map.of("postedOn", day.toString()));
    }
}
