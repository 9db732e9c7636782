package de.kim.referral.write;

import de.kim.events.DataClass;
import de.kim.events.Gender;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import de.kim.events.WeeklyTime;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.input.BirthDate;
import de.kim.kit.web.input.PlainText;
import de.kim.referral.read.Referrals;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Contact and attributes as they are now; what did not change makes no new profile. Numbers and the
 * rest of the registration form may become known later: where none is given, nothing is new.
 */
@RestController
class AmendReferralEndpoint {
    /** The age band follows from the birth date; what did not change keeps its profile. */
    private static final Set<DataClass> NEEDED =
            EnumSet.of(DataClass.IDENTITY, DataClass.ATTRIBUTES);

    private final CommandGateway commands;
    private final Vault vault;
    private final Duplicates duplicates;
    private final Referrals referrals;
    private final SeenVersion versions;
    private final Clock clock;

    AmendReferralEndpoint(
            CommandGateway commands,
            Vault vault,
            Duplicates duplicates,
            Referrals referrals,
            SeenVersion versions,
            Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.duplicates = duplicates;
        this.referrals = referrals;
        this.versions = versions;
        this.clock = clock;
    }

    record AmendReferralBody(
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
            @PlainText(max = 50) @Nullable String fileNumber,
            @Pattern(regexp = CentralNumber.FORM) @Nullable String centralNumber,
            @Valid Personal.@Nullable Registration registration) {

        private Attributes attributes(BirthDate birthDate, LocalDate today) {
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
    }

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/amendment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void amendReferral(
            @PathVariable("id") UUID id,
            @Valid @RequestBody AmendReferralBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        Reading reading = new Reading(actor.body(), actor.account(), "AMENDMENT");
        Person person =
                vault.readLocked(id, NEEDED, reading).orElseThrow(() -> notThere(id, actor));
        Profile before = person.profile();
        Personal.Identity identity = person.identity();
        if (before == null || identity == null) {
            throw notThere(id, actor);
        }
        Attributes now = body.attributes(identity.birthDate(), LocalDate.now(clock));
        boolean same = now.equals(Attributes.of(before));
        Profile after = same ? before : now.asProfile(id, before.version() + 1);
        boolean contactGiven =
                body.email != null || body.phone != null || body.postalAddress != null;
        commands.sendAndWait(new AmendReferral(id, actor.body(), after.commitment(), contactGiven));
        vault.change(
                id,
                new Personal.Contact(
                        body.email,
                        body.phone,
                        body.preferredLanguage,
                        body.postalAddress,
                        body.preferredChannel));
        if (!same) {
            vault.keep(after);
        }
        if (body.registration != null) {
            vault.change(id, body.registration);
        }
        if (body.fileNumber != null || body.centralNumber != null) {
            numbers(id, identity, body, actor);
        }
    }

    /** By a number somebody may turn out to be known. */
    private void numbers(UUID id, Personal.Identity identity, AmendReferralBody body, Actor actor) {
        Reading reading = new Reading(actor.body(), actor.account(), "AMENDMENT");
        Person person = vault.read(id, EnumSet.of(DataClass.FILE_NUMBERS), reading).orElseThrow();
        Personal.FileNumbers before = person.fileNumbers();
        var numbers = new Personal.FileNumbers(body.fileNumber, body.centralNumber).orElse(before);
        if (!numbers.equals(before)) {
            vault.change(id, numbers);
            duplicates.learn(id, List.of(identity, numbers));
        }
    }

    private Refused notThere(UUID id, Actor actor) {
        return new Refused(
                referrals.one(id, actor.body()).isPresent()
                        ? ReferralRefusal.PERSON_ERASED
                        : ReferralRefusal.REFERRAL_NOT_FOUND);
    }
}
