package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What goes wrong where places are offered, and where report and ledger are read. */
final class AllocationMistakes {
    private static final Map<String, Object> ANSWER = Map.of("answeredBy", "COUNSELLOR");

    private static final Map<String, Object> FOR_NOBODY =
            Map.of(
                    "referralId",
                    Desk.UNKNOWN,
                    "courseId",
                    Desk.UNKNOWN,
                    "section",
                    1,
                    "condition",
                    "SPECIAL_HARDSHIP",
                    "reason",
                    "Zweimal abgesagt, ohne Schuld.");

    private AllocationMistakes() {}

    static List<Mistake> all() {
        return List.of(
                answer("OFFER_NOT_FOUND", Desk.UNKNOWN),
                notThere("COURSE_NOT_FOUND", "/api/courses/" + Desk.UNKNOWN + "/places"),
                notThere("DECISION_NOT_FOUND", "/api/decisions/" + Desk.UNKNOWN),
                notThere("REFERRAL_NOT_FOUND", "/api/waiting-list/" + Desk.UNKNOWN),
                notThere("ROUND_NOT_FOUND", "/api/rounds/" + Desk.UNKNOWN),
                notThere("RULEBOOK_NOT_FOUND", "/api/rulebooks/999"),
                notThere("COUNTERFACTUAL_NOT_FOUND", "/api/counterfactuals/" + Desk.UNKNOWN),
                override("OVERRIDE_UNKNOWN", "/api/overrides", FOR_NOBODY),
                override(
                        "OVERRIDE_NOT_FOUND",
                        "/api/overrides/" + Desk.UNKNOWN + "/approval",
                        Map.of("reason", "Die Unterlagen liegen vor.")),
                new Mistake(
                        Desk.REPORTING,
                        "PERIOD_INVALID",
                        Accounts.COORDINATOR,
                        "/api/report?quarter=2026Q5"),
                new Mistake(
                        Desk.REPORTING,
                        "REFERRAL_UNKNOWN",
                        Accounts.COORDINATOR,
                        "/api/referrals/" + Desk.UNKNOWN + "/timeline"),
                ledger("EVENT_UNKNOWN", "inclusion?event=" + Desk.UNKNOWN),
                ledger("EVENT_UNCLEAR", "inclusion"),
                ledger("DECISION_UNKNOWN", "receipt?referral=" + Desk.UNKNOWN),
                ledger("TREE_SIZE_INVALID", "consistency?from=2&to=1"));
    }

    private static Mistake ledger(String code, String question) {
        return new Mistake(Desk.REPORTING, code, Accounts.AUDITOR, "/api/ledger/" + question);
    }

    /** Somebody declined and now wants the place after all. */
    static Mistake tooLate(JsonNode declinedOffer) {
        return answer("OFFER_NOT_LIVE", declinedOffer.path("offerId").asString(""));
    }

    private static Mistake answer(String code, String offerId) {
        return new Mistake(
                Desk.ALLOCATION,
                code,
                Accounts.COORDINATOR,
                "/api/offers/" + offerId + "/acceptance",
                ANSWER);
    }

    private static Mistake override(String code, String path, Map<String, Object> content) {
        return new Mistake(Desk.ALLOCATION, code, Accounts.COORDINATOR, path, content);
    }

    private static Mistake notThere(String code, String path) {
        return new Mistake(Desk.ALLOCATION, code, Accounts.COORDINATOR, path);
    }
}
