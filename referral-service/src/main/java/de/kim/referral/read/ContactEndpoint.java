package de.kim.referral.read;

import de.kim.events.MessageKind;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.referral.write.ReferralRefusal;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who to write to: asked by notification-service when it sends, and kept by nobody else. */
@RestController
class ContactEndpoint {
    private final Contacts contacts;

    ContactEndpoint(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/api/contacts/{referralId}")
    Contacts.Contact contact(
            @PathVariable("referralId") UUID referralId,
            @RequestParam("purpose") MessageKind purpose,
            Actor actor) {
        return contacts.read(referralId, actor.body(), purpose)
                .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }
}
