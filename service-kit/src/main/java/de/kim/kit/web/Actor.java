package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import de.kim.kit.web.input.SlugValidator;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: an organisation of the network, never a person. Endpoints take it as a parameter. Until
 * sign-in exists it is read from the header {@code Kim-Body} and services listen on loopback only.
 *
 * @param body the organisation's code, for example {@code jobcenter-stadt}
 */
public record Actor(String body) {
    /** The header that names the acting organisation. */
    public static final String HEADER = "Kim-Body";

    /** Refuses a missing header and one that is no organisation's code. */
    static Actor ofHeader(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Refused(WebRefusal.ACTING_BODY_MISSING);
        }
        if (!SlugValidator.isSlug(header)) {
            throw new Refused(WebRefusal.ACTING_BODY_INVALID);
        }
        return new Actor(header);
    }
}
