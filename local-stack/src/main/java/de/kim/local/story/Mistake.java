package de.kim.local.story;

import org.jspecify.annotations.Nullable;

/**
 * A request that a person at a desk makes by mistake.
 *
 * @param code why it is refused
 * @param user who makes it
 * @param content what is sent; null: something is looked up
 */
record Mistake(String service, String code, String user, String path, @Nullable Object content) {
    /** Something that is looked up and not there. */
    Mistake(String service, String code, String user, String path) {
        this(service, code, user, path, null);
    }

    /** The refusal by service and code: two services may use the same word. */
    String refusal() {
        return service + " " + code;
    }
}
