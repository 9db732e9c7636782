package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import de.kim.events.WeeklyTime;
import de.kim.kit.web.IncompleteBody;
import de.kim.kit.web.input.BirthDate;
import de.kim.kit.web.input.PlainText;
import de.kim.kit.web.input.RequiredFields;
import de.kim.referral.write.vault.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a body says when it refers a person. Who has one name only has either of the two; what the
 * form asks beyond what the allocation needs may come later.
 */
record RequestReferralBody(
        @PlainText(max = 200) @Nullable String surname,
        @PlainText(max = 200) @Nullable String firstName,
        BirthDate birthDate,
        @PlainText(max = 50) @Nullable String fileNumber,
        @Pattern(regexp = CentralNumber.FORM) @Nullable String centralNumber,
        @PlainText(max = 2000) @Nullable String note,
        @Email @PlainText(max = 254) @Nullable String email,
        @Pattern(regexp = "\\+?[0-9 /()-]{3,30}") @Nullable String phone,
        @Pattern(regexp = "[a-z]{2}") String preferredLanguage,
        @Valid Personal.@Nullable PostalAddress postalAddress,
        Personal.@Nullable PreferredChannel preferredChannel,
        Gender gender,
        @Pattern(regexp = "[0-9]{8}") String municipality,
        NationalityGroup nationalityGroup,
        @Size(max = 20) List<@Pattern(regexp = "[a-z]{2}") String> languages,
        Boolean childcareNeeded,
        Boolean accessibilityNeeded,
        @Size(max = 50) List<WeeklyTime> available,
        LegalBasis legalBasis,
        LocalDate entitledOn,
        @Nullable LocalDate lapsesOn,
        @Size(max = 50) @Nullable List<@Valid WantedCourse> wishes,
        @Nullable Boolean onlyWishes,
        @Nullable Boolean consent,
        @Nullable UUID testDateId,
        @Valid Personal.@Nullable Registration registration) {

    /** The paths of what has to be said before anybody can be referred, all of them. */
    List<String> missing() {
        List<String> missing = new ArrayList<>(RequiredFields.missing(this));
        if (surname == null && firstName == null) {
            missing.addFirst("surname");
        }
        return missing;
    }

    void mustBeComplete() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw IncompleteBody.of(missing);
        }
    }

    List<Personal> known() {
        List<Personal> known = new ArrayList<>();
        known.add(new Personal.Identity(surname, firstName, birthDate));
        known.add(
                new Personal.Contact(
                        email, phone, preferredLanguage, postalAddress, preferredChannel));
        if (fileNumber != null || centralNumber != null) {
            known.add(new Personal.FileNumbers(fileNumber, centralNumber));
        }
        if (note != null) {
            known.add(new Personal.FreeText(note, List.of()));
        }
        if (registration != null) {
            known.add(registration);
        }
        return known;
    }

    Attributes attributes(LocalDate today) {
        return new Attributes(
                gender,
                AgeBands.of(birthDate, today),
                municipality,
                nationalityGroup,
                languages,
                childcareNeeded,
                accessibilityNeeded,
                available);
    }

    /** Consent and seat are events of their own. */
    int furtherEvents() {
        return (Boolean.TRUE.equals(consent) ? 1 : 0) + (testDateId == null ? 0 : 1);
    }

    RequestReferral command(UUID person, String by, Profile profile) {
        AgeBand ageBand = profile.ageBand();
        return new RequestReferral(
                profile.referralId(),
                person,
                by,
                legalBasis,
                entitledOn,
                lapsesOn,
                ageBand,
                WantedCourse.wishes(wishes),
                Boolean.TRUE.equals(onlyWishes),
                Boolean.TRUE.equals(consent),
                profile.commitment());
    }
}
