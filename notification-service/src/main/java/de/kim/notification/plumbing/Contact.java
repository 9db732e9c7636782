package de.kim.notification.plumbing;

import de.kim.events.Channel;
import de.kim.notification.read.Recipient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person is reached. Lives only as long as one attempt to send.
 *
 * @param email null when the person has none
 * @param phone as it was written, of any network
 * @param preferredChannel how the person wants to be told; null: as it comes
 * @param preferredLanguage ISO 639-1 code
 * @param postalAddress null when none is known
 */
record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Channel preferredChannel,
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

    /** Where an SMS goes to. */
    Optional<MobileNumber> mobile() {
        return MobileNumber.of(phone);
    }

    /** Whether the person can be told by this channel at all. */
    boolean has(Channel channel) {
        return switch (channel) {
            case EMAIL -> email != null && !email.isBlank();
            case SMS -> mobile().isPresent();
            case LETTER -> recipient() != null;
            case IN_PERSON -> false;
        };
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
