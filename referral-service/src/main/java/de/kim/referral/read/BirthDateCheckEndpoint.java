package de.kim.referral.read;

import de.kim.events.DataClass;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.BirthDate;
import de.kim.referral.write.ReferralRefusal;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether a birth date is the person's: asked by notification-service before it shows a page to
 * whoever has the link. The date itself is told to nobody; who limits the guesses is the asker. Of
 * a date that is known in part only that part is compared: who has the link was written to.
 */
@RestController
class BirthDateCheckEndpoint {
    private static final String PURPOSE = "BIRTH_DATE_CHECK";

    private final Vault vault;

    BirthDateCheckEndpoint(Vault vault) {
        this.vault = vault;
    }

    /**
     * The question.
     *
     * @param salt random, at least 128 bits in text: the hash that is kept with the idempotency key
     *     would else give the date away
     */
    record BirthDateCheck(
            UUID referralId, BirthDate birthDate, @Size(min = 22, max = 100) String salt) {
        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "BirthDateCheck[]";
        }
    }

    record BirthDateCompared(boolean matches) {}

    @Allow(Role.SYSTEM)
    @PostMapping("/api/birth-date-checks")
    BirthDateCompared compare(@Valid @RequestBody BirthDateCheck question, Actor actor) {
        Reading reading = new Reading(actor.body(), actor.account(), PURPOSE);
        return vault.read(question.referralId(), EnumSet.of(DataClass.IDENTITY), reading)
                .flatMap(Person::birthDate)
                .map(birthDate -> new BirthDateCompared(birthDate.agreesWith(question.birthDate())))
                .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }
}
