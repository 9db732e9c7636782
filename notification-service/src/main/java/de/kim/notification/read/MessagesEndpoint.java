package de.kim.notification.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The messages to people, in the order in which they were planned. */
@RestController
public class MessagesEndpoint {
    private final Messages messages;

    public MessagesEndpoint(Messages messages) {
        this.messages = messages;
    }

    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/messages")
    public Page<MessageView> messages(
            @RequestParam(required = false) @Nullable UUID referralId, PageQuery page) {
        return messages.page(referralId, page);
    }
}
