package de.kim.notification.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.EmailAddress;
import de.kim.notification.read.Mailbox.Tongue;
import de.kim.notification.read.Mailboxes;
import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the caller's own body wants to be told: where, and by kind of news at once, once a day, or
 * not at all. It replaces what was said before; without an address the body is told nothing. The
 * address is an office's: one that names a person stays where others of the office see it.
 */
@RestController
class SetMailboxEndpoint {
    private final Mailboxes mailboxes;

    SetMailboxEndpoint(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    record SetMailboxBody(
            @Nullable @EmailAddress String address,
            @Nullable Tongue language,
            @Nullable Map<StaffNews, @Nullable Pace> news) {

        /** What is null in it was not chosen. */
        private Map<StaffNews, Pace> chosen() {
            Map<StaffNews, Pace> chosen = new EnumMap<>(StaffNews.class);
            if (news != null) {
                news.forEach(
                        (kind, pace) -> {
                            if (pace != null) {
                                chosen.put(kind, pace);
                            }
                        });
            }
            return chosen;
        }
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR})
    @PostMapping("/api/mailbox")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@Valid @RequestBody SetMailboxBody body, Actor actor) {
        if (body.address == null) {
            mailboxes.close(actor.body());
        } else {
            mailboxes.set(
                    actor.body(),
                    body.address,
                    body.language == null ? Tongue.DE : body.language,
                    body.chosen(),
                    actor.roles().contains(Role.COORDINATOR));
        }
    }
}
