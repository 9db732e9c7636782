package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import de.kim.rules.Rulebooks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong where rules are proposed. */
final class RulebookMistakes {
    private static final String DRAFTS = "/api/rulebooks/drafts";

    private RulebookMistakes() {}

    static List<Mistake> all(LocalDate today) {
        var soon = today.atStartOfDay().toInstant(ZoneOffset.UTC);
        var later = today.plusDays(30).atStartOfDay().toInstant(ZoneOffset.UTC);
        return List.of(
                of("RULEBOOK_TOO_SOON", DRAFTS, proposal(rules(), soon)),
                of("RULEBOOK_INCOMPLETE", DRAFTS, proposal(withoutAType(), later)),
                of("RULEBOOK_CONTRADICTORY", DRAFTS, proposal(unknownProcedure(), later)),
                of(
                        "RULEBOOK_DRAFT_NOT_FOUND",
                        DRAFTS + "/" + Desk.UNKNOWN + "/approval",
                        Map.of()));
    }

    private static Mistake of(String code, String path, Object content) {
        return new Mistake(Desk.ALLOCATION, code, Accounts.COORDINATOR, path, content);
    }

    private static Map<String, Object> proposal(ObjectNode rulebook, Instant from) {
        return Map.of("rulebook", rulebook, "effectiveFrom", from.toString(), "reason", "a trial");
    }

    private static ObjectNode withoutAType() {
        var rules = rules();
        if (rules.path("courseTypes") instanceof ArrayNode types) {
            types.remove(0);
        }
        return rules;
    }

    private static ObjectNode unknownProcedure() {
        return rules().put("algorithmVersion", 99);
    }

    private static ObjectNode rules() {
        ObjectNode rules = JsonMapper.shared().valueToTree(Rulebooks.FIRST);
        rules.remove("version");
        return rules;
    }
}
