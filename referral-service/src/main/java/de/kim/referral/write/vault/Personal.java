package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, one document of the {@link Vault} each; none of them speaks in logs.
 */
public sealed interface Personal {
    DataClass dataClass();

    /** Who a person is. */
    record Identity(String surname, String firstName, LocalDate birthDate) implements Personal {
        @Override
        public DataClass dataClass() {
            return DataClass.IDENTITY;
        }

        @Override
        public String toString() {
            return "Identity[]";
        }
    }

    /** How to reach a person, and in which language (ISO 639-1). */
    record Contact(@Nullable String email, @Nullable String phone, String preferredLanguage)
            implements Personal {
        @Override
        public DataClass dataClass() {
            return DataClass.CONTACT;
        }

        @Override
        public String toString() {
            return "Contact[]";
        }
    }

    /**
     * Numbers under which the person is kept.
     *
     * @param fileNumber the referring body's own
     * @param centralNumber of the central register of foreigners (AZR, 12 digits), or of the BAMF's
     *     file (7 digits, hyphen, 3 digits)
     */
    record FileNumbers(@Nullable String fileNumber, @Nullable String centralNumber)
            implements Personal {
        @Override
        public DataClass dataClass() {
            return DataClass.FILE_NUMBERS;
        }

        @Override
        public String toString() {
            return "FileNumbers[]";
        }
    }

    /** What the referring body noted for itself. */
    record FreeText(String note) implements Personal {
        @Override
        public DataClass dataClass() {
            return DataClass.FREE_TEXT;
        }

        @Override
        public String toString() {
            return "FreeText[]";
        }
    }
}
