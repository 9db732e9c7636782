package de.kim.local.story;

import de.kim.local.Trouble;
import de.kim.local.api.Api;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads every page of a list. */
final class Pages {
    private Pages() {}

    /** All items behind {@code path}, following {@code nextCursor}. */
    static List<JsonNode> all(Api api, String service, String path, String body) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var answer =
                    api.get(
                            service,
                            path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor,
                            body);
            if (!answer.done()) {
                throw new Trouble(
                        service + " refused to list " + path + ": " + answer.refusal(),
                        "See its log.");
            }
            answer.json().path("items").forEach(items::add);
            var next = answer.json().path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return items;
    }
}
