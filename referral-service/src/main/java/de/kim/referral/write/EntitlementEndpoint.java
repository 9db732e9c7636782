package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.DataClass;
import de.kim.events.EntitlementEnd;
import de.kim.events.LegalBasis;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import de.kim.referral.read.Referrals;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
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
 * A further entitlement of somebody whom the body has referred, and the end of one. Another body
 * refers the person itself: it is linked, and what it knows stays with it.
 */
@RestController
class EntitlementEndpoint {
    private final CommandGateway commands;
    private final Vault vault;
    private final Referrals referrals;
    private final SeenVersion versions;
    private final Clock clock;

    EntitlementEndpoint(
            CommandGateway commands,
            Vault vault,
            Referrals referrals,
            SeenVersion versions,
            Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.referrals = referrals;
        this.versions = versions;
        this.clock = clock;
    }

    record AddEntitlementBody(
            LegalBasis legalBasis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {}

    record EndEntitlementBody(Reason reason) {}

    /** What a body can say; that it was made use of is shown by the start of the course. */
    enum Reason {
        WITHDRAWN,
        REVOKED,
        LAPSED
    }

    /** The entitlement, which may be one that was renewed. */
    record Added(UUID entitlementId) {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/entitlements")
    @ResponseStatus(HttpStatus.CREATED)
    Added addEntitlement(
            @PathVariable("id") UUID id,
            @Valid @RequestBody AddEntitlementBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        UUID entitlementId =
                commands.sendAndWait(
                        new AddEntitlement(
                                id,
                                UUID.randomUUID(),
                                actor.body(),
                                body.legalBasis,
                                body.entitledOn,
                                body.lapsesOn,
                                age(id, actor)));
        return new Added(entitlementId);
    }

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/entitlements/{entitlementId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endEntitlement(
            @PathVariable("id") UUID id,
            @PathVariable("entitlementId") UUID entitlementId,
            @Valid @RequestBody EndEntitlementBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        EntitlementEnd reason = EntitlementEnd.valueOf(body.reason.name());
        commands.sendAndWait(new EndEntitlement(id, entitlementId, actor.body(), reason));
    }

    /** Some bases ask for an age. Whose referral it is not must not be read. */
    private AgeBand age(UUID id, Actor actor) {
        if (referrals.one(id, actor.body()).isEmpty()) {
            throw new Refused(ReferralRefusal.REFERRAL_NOT_FOUND);
        }
        Reading reading = new Reading(actor.body(), actor.account(), "ENTITLEMENT");
        Personal.Identity identity =
                vault.read(id, EnumSet.of(DataClass.IDENTITY), reading)
                        .map(Person::identity)
                        .orElseThrow(() -> new Refused(ReferralRefusal.PERSON_ERASED));
        return AgeBands.of(identity.birthDate(), LocalDate.now(clock));
    }
}
