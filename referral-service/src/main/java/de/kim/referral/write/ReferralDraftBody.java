package de.kim.referral.write;

import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.NationalityGroup;
import de.kim.events.WeeklyTime;
import de.kim.kit.web.input.BirthDate;
import de.kim.kit.web.input.PlainText;
import de.kim.kit.web.input.StrictJson;
import de.kim.referral.write.vault.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of a {@link RequestReferralBody} as is known: any field may be missing, and what is there
 * has to be right.
 */
record ReferralDraftBody(
        @PlainText(max = 200) @Nullable String surname,
        @PlainText(max = 200) @Nullable String firstName,
        @Nullable BirthDate birthDate,
        @PlainText(max = 50) @Nullable String fileNumber,
        @Pattern(regexp = CentralNumber.FORM) @Nullable String centralNumber,
        @PlainText(max = 2000) @Nullable String note,
        @Email @PlainText(max = 254) @Nullable String email,
        @Pattern(regexp = "\\+?[0-9 /()-]{3,30}") @Nullable String phone,
        @Pattern(regexp = "[a-z]{2}") @Nullable String preferredLanguage,
        @Valid Personal.@Nullable PostalAddress postalAddress,
        @Nullable Gender gender,
        @Pattern(regexp = "[0-9]{8}") @Nullable String municipality,
        @Nullable NationalityGroup nationalityGroup,
        @Size(max = 20) @Nullable List<@Pattern(regexp = "[a-z]{2}") String> languages,
        @Nullable Boolean childcareNeeded,
        @Nullable Boolean accessibilityNeeded,
        @Size(max = 50) @Nullable List<WeeklyTime> available,
        @Nullable LegalBasis legalBasis,
        @Nullable LocalDate entitledOn,
        @Nullable LocalDate lapsesOn,
        @Size(max = 50) @Nullable List<@Valid WantedCourse> wishes,
        @Nullable Boolean onlyWishes,
        @Nullable Boolean consent,
        @Nullable UUID testDateId,
        @Valid Personal.@Nullable Registration registration) {
    private static final JsonMapper JSON = new StrictJson().mapper();

    static ReferralDraftBody of(byte[] content) {
        return JSON.readValue(content, ReferralDraftBody.class);
    }

    byte[] content() {
        return JSON.writeValueAsBytes(this);
    }

    /** The same as if it had been sent at once; what is missing is null there, whatever it says. */
    RequestReferralBody asRequest() {
        return JSON.readValue(content(), RequestReferralBody.class);
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "ReferralDraftBody[]";
    }
}
