package de.kim.notification.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller's own body is told. */
@RestController
class MailboxEndpoint {
    private final Mailboxes mailboxes;

    MailboxEndpoint(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR})
    @GetMapping("/api/mailbox")
    Mailbox mailbox(Actor actor) {
        return mailboxes.of(actor.body());
    }
}
