package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import de.kim.events.WeeklyTime;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.DryRun;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.input.PlainText;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Vault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A body refers a person: the data goes into the vault, the fact into the history. */
@RestController
class RequestReferralEndpoint {
    private final CommandGateway commands;
    private final Vault vault;
    private final SeatDesk seats;
    private final Duplicates duplicates;
    private final Clock clock;

    RequestReferralEndpoint(
            CommandGateway commands,
            Vault vault,
            SeatDesk seats,
            Duplicates duplicates,
            Clock clock) {
        this.commands = commands;
        this.seats = seats;
        this.vault = vault;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    record RequestReferralBody(
            @PlainText(max = 200) String surname,
            @PlainText(max = 200) String firstName,
            LocalDate birthDate,
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
            boolean childcareNeeded,
            boolean accessibilityNeeded,
            @Size(max = 50) List<WeeklyTime> available,
            LegalBasis legalBasis,
            LocalDate entitledOn,
            @Nullable LocalDate lapsesOn,
            @Size(max = 50) @Nullable List<@Valid WantedCourse> wishes,
            @Nullable Boolean onlyWishes,
            @Nullable Boolean consent,
            @Nullable UUID testDateId) {

        private List<Personal> known() {
            List<Personal> known = new ArrayList<>();
            known.add(new Personal.Identity(surname, firstName, birthDate));
            known.add(
                    new Personal.Contact(
                            email, phone, preferredLanguage, postalAddress, preferredChannel));
            if (fileNumber != null || centralNumber != null) {
                known.add(new Personal.FileNumbers(fileNumber, centralNumber));
            }
            if (note != null) {
                known.add(new Personal.FreeText(note));
            }
            return known;
        }

        private Attributes attributes(AgeBand ageBand) {
            return new Attributes(
                    gender,
                    ageBand,
                    municipality,
                    nationalityGroup,
                    languages,
                    childcareNeeded,
                    accessibilityNeeded,
                    available);
        }

        private int furtherEvents() {
            return (Boolean.TRUE.equals(consent) ? 1 : 0) + (testDateId == null ? 0 : 1);
        }

        private RequestReferral command(UUID person, String by, Profile profile) {
            return new RequestReferral(
                    profile.referralId(),
                    person,
                    by,
                    legalBasis,
                    entitledOn,
                    lapsesOn,
                    profile.ageBand(),
                    WantedCourse.wishes(wishes),
                    Boolean.TRUE.equals(onlyWishes),
                    Boolean.TRUE.equals(consent),
                    profile.commitment());
        }
    }

    /**
     * The answer.
     *
     * @param linked the person was known: another referral stands for both, and its body acts next
     */
    record Requested(UUID referralId, boolean linked) {}

    /** The version answered counts consent and seat too, which are events of their own. */
    @Allow(Role.REFERRER)
    @DryRun
    @PostMapping("/api/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Requested> requestReferral(
            @Valid @RequestBody RequestReferralBody body, Actor actor) {
        UUID referralId = UUID.randomUUID();
        AgeBand ageBand = AgeBands.of(body.birthDate, LocalDate.now(clock));
        Profile profile = body.attributes(ageBand).asProfile(referralId, 1);
        List<Personal> known = body.known();
        Duplicates.Found found = duplicates.find(referralId, known);
        commands.sendAndWait(body.command(found.person(), actor.body(), profile));
        vault.open(referralId, found.person(), known, profile);
        duplicates.keep(referralId, found);
        if (body.testDateId != null) {
            seats.book(referralId, body.testDateId, actor.body());
        }
        return ResponseEntity.created(URI.create("/api/referrals/" + referralId))
                .eTag(IfMatch.etag(body.furtherEvents()))
                .body(new Requested(referralId, found.standing().isPresent()));
    }
}
