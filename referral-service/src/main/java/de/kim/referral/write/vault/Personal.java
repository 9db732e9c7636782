package de.kim.referral.write.vault;

import de.kim.events.CorrectionReason;
import de.kim.events.DataClass;
import de.kim.kit.web.input.BirthDate;
import de.kim.kit.web.input.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, one document of the {@link Vault} each; none of them speaks in logs.
 */
public sealed interface Personal {
    DataClass dataClass();

    /** Who a person is. Whoever has one name only has either of the two. */
    record Identity(@Nullable String surname, @Nullable String firstName, BirthDate birthDate)
            implements Personal {
        /** As somebody is addressed. */
        public String wholeName() {
            return Stream.of(firstName, surname)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }

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
        /** What is not known here as it was known before. */
        public FileNumbers orElse(@Nullable FileNumbers before) {
            return before == null
                    ? this
                    : new FileNumbers(
                            fileNumber == null ? before.fileNumber : fileNumber,
                            centralNumber == null ? before.centralNumber : centralNumber);
        }

        @Override
        public DataClass dataClass() {
            return DataClass.FILE_NUMBERS;
        }

        @Override
        public String toString() {
            return "FileNumbers[]";
        }
    }

    /**
     * What the referring body wrote for itself.
     *
     * @param remarks on corrections; null in what was kept before there were any
     */
    record FreeText(@Nullable String note, @Nullable List<Remark> remarks) implements Personal {
        @Override
        public DataClass dataClass() {
            return DataClass.FREE_TEXT;
        }

        /** With one more. */
        public FreeText with(Remark remark) {
            List<Remark> before = remarks == null ? List.of() : remarks;
            return new FreeText(note, Stream.concat(before.stream(), Stream.of(remark)).toList());
        }

        @Override
        public String toString() {
            return "FreeText[]";
        }
    }

    /** What was written about a correction. */
    record Remark(LocalDate on, CorrectionReason reason, String text) {
        @Override
        public String toString() {
            return "Remark[]";
        }
    }

    /**
     * What the registration form asks beyond the rest; what is not known yet is null.
     *
     * @param nationalities ISO 3166-1, two letters; XX for none or an unknown one
     * @param feeExempt whether the person is freed from the fee for the course (§ 9(2) IntV)
     */
    record Registration(
            @PlainText(max = 100) @Nullable String birthPlace,
            @Size(min = 1, max = 5)
                    @Nullable List<@Pattern(regexp = "[A-Z]{2}") String> nationalities,
            @Nullable WritingAbility writingAbility,
            @Nullable Schooling schooling,
            @Nullable GermanLevel germanLevel,
            @Nullable Boolean feeExempt)
            implements Personal {
        @Override
        public DataClass dataClass() {
            return DataClass.REGISTRATION;
        }

        @Override
        public String toString() {
            return "Registration[]";
        }
    }

    /**
     * What the form of the placement test says beyond its result.
     *
     * @param schoolYears completed
     * @param firstLanguage ISO 639, two or three letters, as the others
     * @param yearOfArrival in Germany
     */
    record Background(
            @Nullable Schooling schooling,
            @Min(0) @Max(30) @Nullable Integer schoolYears,
            @Nullable WritingAbility writingAbility,
            @Pattern(regexp = "[a-z]{2,3}") @Nullable String firstLanguage,
            @Size(max = 20) @Nullable List<@Pattern(regexp = "[a-z]{2,3}") String> furtherLanguages,
            @Min(1900) @Max(2200) @Nullable Integer yearOfArrival)
            implements Personal {
        @Override
        public DataClass dataClass() {
            return DataClass.BACKGROUND;
        }

        @Override
        public String toString() {
            return "Background[]";
        }
    }
}
