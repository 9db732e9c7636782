package de.kim.referral.read;

import de.kim.events.DataClass;
import de.kim.events.MessageKind;
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
    record Contact(String name, @Nullable String email, String preferredLanguage) {
        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "Contact[]";
        }
    }

    @GetMapping("/api/contacts/{referralId}")
    Contact contact(
            @PathVariable("referralId") UUID referralId,
            @RequestParam("purpose") MessageKind purpose,
            Actor actor) {
        return vault.read(referralId, NEEDED, new Reading(actor.body(), purpose.name()))
                .flatMap(ContactEndpoint::contact)
                .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }

    private static Optional<Contact> contact(Person person) {
        Personal.Identity identity = person.identity();
        Personal.Contact contact = person.contact();
        return identity == null || contact == null
                ? Optional.empty()
                : Optional.of(
                        new Contact(
                                identity.firstName() + " " + identity.surname(),
                                contact.email(),
                                contact.preferredLanguage()));
    }
}
