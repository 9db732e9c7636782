package de.kim.referral.write;

import de.kim.events.CorrectionReason;
import de.kim.events.CourseType;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import de.kim.events.WeeklyTime;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.IncompleteBody;
import de.kim.kit.web.input.BirthDate;
import de.kim.kit.web.input.PlainText;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was recorded wrongly is put right, with a reason; each part that is given, as a whole. */
@RestController
class CorrectReferralEndpoint {
    private final CorrectionDesk desk;
    private final SeenVersion versions;

    CorrectReferralEndpoint(CorrectionDesk desk, SeenVersion versions) {
        this.desk = desk;
        this.versions = versions;
    }

    record RightEntitlement(
            LegalBasis legalBasis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {
        StatedEntitlement stated() {
            return new StatedEntitlement(legalBasis, entitledOn, lapsesOn);
        }
    }

    record RightResult(
            LocalDate testedOn,
            CourseType recommendedType,
            int recommendedSection,
            boolean dispensable) {
        StatedResult stated() {
            return new StatedResult(testedOn, recommendedType, recommendedSection, dispensable);
        }
    }

    /** Who has one name only has either of the two. */
    record RightIdentity(
            @PlainText(max = 200) @Nullable String surname,
            @PlainText(max = 200) @Nullable String firstName,
            BirthDate birthDate) {
        Personal.Identity identity() {
            if (surname == null && firstName == null) {
                throw IncompleteBody.of(List.of("identity.surname"));
            }
            return new Personal.Identity(surname, firstName, birthDate);
        }

        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "RightIdentity[]";
        }
    }

    record RightNumbers(
            @PlainText(max = 50) @Nullable String fileNumber,
            @Pattern(regexp = CentralNumber.FORM) @Nullable String centralNumber) {
        Personal.FileNumbers numbers() {
            return new Personal.FileNumbers(fileNumber, centralNumber);
        }

        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "RightNumbers[]";
        }
    }

    record RightAttributes(
            Gender gender,
            @Pattern(regexp = "[0-9]{8}") String municipality,
            NationalityGroup nationalityGroup,
            @Size(max = 20) List<@Pattern(regexp = "[a-z]{2}") String> languages,
            Boolean childcareNeeded,
            Boolean accessibilityNeeded,
            @Size(max = 50) List<WeeklyTime> available) {}

    /**
     * What is right.
     *
     * @param remark for the file: it is kept in the vault and stands in no event
     */
    record CorrectReferralBody(
            CorrectionReason reason,
            @PlainText(max = 2000) @Nullable String remark,
            @Nullable RightEntitlement entitlement,
            @Nullable RightResult test,
            @Valid @Nullable RightIdentity identity,
            @Valid @Nullable RightNumbers numbers,
            @Valid @Nullable RightAttributes attributes,
            @Valid Personal.@Nullable Registration registration,
            @Valid Personal.@Nullable Background background) {
        private boolean saysNothing() {
            boolean nothingOfThePerson =
                    identity == null
                            && numbers == null
                            && attributes == null
                            && registration == null
                            && background == null;
            return nothingOfThePerson && entitlement == null && test == null;
        }

        /** What is right of the person, where it differs from what is known. */
        List<Personal> right(Person known) {
            List<Personal> right = new ArrayList<>();
            if (identity != null && !identity.identity().equals(known.identity())) {
                right.add(identity.identity());
            }
            if (numbers != null && !numbers.numbers().equals(known.fileNumbers())) {
                right.add(numbers.numbers());
            }
            if (registration != null && !registration.equals(known.registration())) {
                right.add(registration);
            }
            if (background != null && !background.equals(known.background())) {
                right.add(background);
            }
            return right;
        }

        /** As the person is described after the correction. */
        Attributes attributes(Profile before, BirthDate born, LocalDate today) {
            RightAttributes right = attributes;
            if (right == null) {
                return Attributes.of(before).at(AgeBands.of(born, today));
            }
            return new Attributes(
                    right.gender,
                    AgeBands.of(born, today),
                    right.municipality,
                    right.nationalityGroup,
                    right.languages,
                    right.childcareNeeded,
                    right.accessibilityNeeded,
                    right.available);
        }
    }

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(
            @PathVariable("id") UUID id,
            @Valid @RequestBody CorrectReferralBody body,
            Actor actor,
            IfMatch seen) {
        if (body.saysNothing()) {
            throw new Refused(ReferralRefusal.NOTHING_TO_CORRECT);
        }
        versions.check(id, actor, seen);
        desk.correct(id, body, actor);
    }
}
