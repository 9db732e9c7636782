package de.kim.notification.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.notification.read.Messages;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
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
 * A letter was given to the post: on the fourth day after that it counts as arrived (§ 37(2) SGB
 * X). 404 MESSAGE_NOT_FOUND, 409 LETTER_NOT_WAITING, 422 POSTED_ON_OUT_OF_RANGE. The same day twice
 * is once; another day puts the first one right.
 */
@RestController
class PostLetterEndpoint {
    private final CommandGateway commands;
    private final Messages messages;
    private final Clock clock;

    PostLetterEndpoint(CommandGateway commands, Messages messages, Clock clock) {
        this.commands = commands;
        this.messages = messages;
        this.clock = clock;
    }

    /** The day on which the post got it. */
    record Posting(LocalDate postedOn) {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/messages/{messageId}/posted")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void posted(@PathVariable UUID messageId, @RequestBody @Valid Posting body) {
        if (body.postedOn().isAfter(LocalDate.now(clock.withZone(Message.ZONE)))) {
            throw new Refused(NotificationRefusal.POSTED_ON_OUT_OF_RANGE);
        }
        if (!messages.knows(messageId)) {
            throw new Refused(NotificationRefusal.MESSAGE_NOT_FOUND);
        }
        commands.<@Nullable Object>sendAndWait(new RecordPosting(messageId, body.postedOn()));
    }
}
