package de.kim.referral.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is and how to reach them. It stays in the {@link Vault}.
 *
 * @param fileNumber of the referring body
 * @param preferredLanguage ISO 639-1
 */
public record PersonalData(
        String surname,
        String firstName,
        LocalDate birthDate,
        @Nullable String fileNumber,
        Contact contact) {

    /** How to reach the person, and in which language (ISO 639-1). */
    public record Contact(
            @Nullable String email, @Nullable String phone, String preferredLanguage) {
        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "Contact[]";
        }
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "PersonalData[]";
    }
}
