package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What happens to few: before answering, one person moves away; another takes the place and still
 * waits for a better one. Where it has happened already, it does not happen again.
 */
record SecondThoughts(Desk desk) {
    void have() {
        var open =
                desk.offers("OPEN").stream()
                        .filter(offer -> begins(offer).isAfter(desk.today()))
                        .toList();
        if (open.size() > 0 && desk.offers("WITHDRAWN").isEmpty()) {
            moveAway(open.getFirst());
        }
        if (open.size() > 1 && desk.waiting().stream().noneMatch(SecondThoughts::hasPlace)) {
            keepWaiting(open.getLast());
        }
    }

    private void moveAway(JsonNode offer) {
        var id = offer.path("referralId").asString("");
        desk.referrerOf(id)
                .ifPresent(
                        body ->
                                desk.post(
                                        Desk.REFERRAL,
                                        body,
                                        "/api/referrals/" + id + "/withdrawal",
                                        "moved-away",
                                        Map.of("reason", "MOVED_AWAY")));
    }

    private void keepWaiting(JsonNode offer) {
        desk.post(
                Desk.ALLOCATION,
                Accounts.COORDINATOR,
                "/api/offers/" + offer.path("offerId").asString("") + "/acceptance",
                "keeps-waiting",
                Map.of("answeredBy", "COUNSELLOR", "keepsWaiting", true));
    }

    private static boolean hasPlace(JsonNode waiting) {
        return waiting.path("state").asString("").equals("KEEPS_WAITING");
    }

    private static LocalDate begins(JsonNode offer) {
        return LocalDate.parse(offer.path("startsOn").asString(""));
    }
}
