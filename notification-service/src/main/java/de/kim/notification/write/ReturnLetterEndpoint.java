package de.kim.notification.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.notification.read.Messages;
import de.kim.notification.read.Noticeboard;
import jakarta.validation.Valid;
import java.util.List;
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
 * A letter came back: it did not arrive, also when it counts as arrived already (§ 37(2) SGB X).
 * The referring body is told. 404 MESSAGE_NOT_FOUND; 409 LETTER_NOT_WAITING, also when the person
 * entered the birth date behind its link. Said twice is said once.
 */
@RestController
class ReturnLetterEndpoint {
    private final CommandGateway commands;
    private final Messages messages;
    private final Noticeboard board;

    ReturnLetterEndpoint(CommandGateway commands, Messages messages, Noticeboard board) {
        this.commands = commands;
        this.messages = messages;
        this.board = board;
    }

    /** Nothing to say but that it happened. */
    record Return() {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/messages/{messageId}/returned")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void returned(@PathVariable UUID messageId, @RequestBody @Valid Return body) {
        UUID referralId =
                messages.referralOf(messageId)
                        .orElseThrow(() -> new Refused(NotificationRefusal.MESSAGE_NOT_FOUND));
        Object news = commands.<@Nullable Object>sendAndWait(new RecordReturn(messageId));
        if (Boolean.TRUE.equals(news)) {
            board.put(List.of(TellStaff.referrer(StaffNews.UNDELIVERABLE, referralId)), messageId);
        }
    }
}
