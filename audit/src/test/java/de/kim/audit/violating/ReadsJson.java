package de.kim.audit.violating;

import tools.jackson.databind.json.JsonMapper;

/** What tree, notes and figures must not do. */
public final class ReadsJson {
    private ReadsJson() {}

    static String text(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
