package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import de.kim.kit.web.input.PlainText;
import jakarta.validation.constraints.Pattern;
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

    /** Where letters go, in Germany. */
    record PostalAddress(
            @PlainText(max = 100) String street,
            @Pattern(regexp = "[0-9]{5}") String postCode,
            @PlainText(max = 100) String town) {
        @Override
        public String toString() {
            return "PostalAddress[]";
        }
    }

    /** How a person wants to be told of news; the names are those of {@code Channel}. */
    enum PreferredChannel {
        EMAIL,
        SMS,
        LETTER
    }

    /**
     * How to reach a person, and in which language (ISO 639-1).
     *
     * @param phone for an SMS too, where it is a mobile one
     * @param postalAddress null too in what was kept before it was asked for
     * @param preferredChannel how the person wants to be told; null: by e-mail, else SMS, else
     *     letter
     */
    record Contact(
            @Nullable String email,
            @Nullable String phone,
            String preferredLanguage,
            @Nullable PostalAddress postalAddress,
            @Nullable PreferredChannel preferredChannel)
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
