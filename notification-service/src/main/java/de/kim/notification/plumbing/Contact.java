package de.kim.notification.plumbing;

import de.kim.notification.read.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * How a person is reached. Lives only as long as one attempt to send.
 *
 * @param email null when the person has none
 * @param preferredLanguage ISO 639-1 code
 * @param postalAddress null when none is known
 */
record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String preferredLanguage,
        @Nullable PostalAddress postalAddress) {

    /** Where the person lives. */
    record PostalAddress(String street, String postCode, String town) {
        /** So that it never gets into a log by accident. */
        @Override
        public String toString() {
            return "PostalAddress[hidden]";
        }
    }

    /** Whom a letter goes to; null when nobody can be written to. */
    @Nullable Recipient recipient() {
        return name == null || postalAddress == null
                ? null
                : new Recipient(
                        name,
                        postalAddress.street(),
                        postalAddress.postCode(),
                        postalAddress.town());
    }

    /** So that it never gets into a log by accident. */
    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
