package de.kim.notification.plumbing;

import org.jspecify.annotations.Nullable;

/**
 * How a person is reached. Lives only as long as one attempt to send.
 *
 * @param email null when the person has none
 * @param preferredLanguage ISO 639-1 code
 */
record Contact(@Nullable String email, @Nullable String preferredLanguage) {
    /** So that it never gets into a log by accident. */
    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
