package de.kim.referral.read;

import de.kim.events.DataClass;
import de.kim.events.MessageKind;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.referral.write.ReferralRefusal;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who to write to: asked by notification-service when it sends, and kept by nobody else. */
@RestController
class ContactEndpoint {
    private static final Set<DataClass> NEEDED = EnumSet.of(DataClass.IDENTITY, DataClass.CONTACT);

    private final Vault vault;

    ContactEndpoint(Vault vault) {
        this.vault = vault;
    }

    /** What a message needs; {@code preferredLanguage} is ISO 639-1. */
    record Recipient(
            String name,
            @Nullable String email,
            @Nullable String phone,
            Personal.@Nullable PreferredChannel preferredChannel,
            String preferredLanguage,
            Personal.@Nullable PostalAddress postalAddress) {
        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "Recipient[]";
        }
    }

    @Allow(Role.SYSTEM)
    @GetMapping("/api/contacts/{referralId}")
    Recipient contact(
            @PathVariable("referralId") UUID referralId,
            @RequestParam("purpose") MessageKind purpose,
            Actor actor) {
        Reading reading = new Reading(actor.body(), actor.account(), purpose.name());
        return vault.read(referralId, NEEDED, reading)
                .flatMap(ContactEndpoint::recipient)
                .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }

    private static Optional<Recipient> recipient(Person person) {
        Personal.Identity identity = person.identity();
        Personal.Contact contact = person.contact();
        return identity == null || contact == null
                ? Optional.empty()
                : Optional.of(
                        new Recipient(
                                identity.wholeName(),
                                contact.email(),
                                contact.phone(),
                                contact.preferredChannel(),
                                contact.preferredLanguage(),
                                contact.postalAddress()));
    }
}
