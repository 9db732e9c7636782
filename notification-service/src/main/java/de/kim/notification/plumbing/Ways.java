package de.kim.notification.plumbing;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.notification.write.PlanMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * By which channel a person is told: e-mail, then SMS, then letter, unless they want another one
 * first. Each is tried once for one event.
 */
@Component
class Ways {
    private static final List<Channel> ORDER = List.of(Channel.EMAIL, Channel.SMS, Channel.LETTER);

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final SmsGateway sms;
    private final PostFolder post;

    Ways(JdbcClient jdbc, Contacts contacts, SmsGateway sms, PostFolder post) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.sms = sms;
        this.post = post;
    }

    /**
     * The message that takes the place of this one before it is sent: by the channel that the
     * person wants, or by SMS where there is no e-mail address. Empty when this one is right. A
     * letter takes days, so it never comes without a failure that staff see, unless it is wanted.
     */
    Optional<PlanMessage> better(MessageRow message, Contact contact) {
        // what most messages are: nothing has to be looked up
        boolean asItComes = contact.preferredChannel() == null && contact.has(message.channel());
        if (asItComes || message.channel() == Channel.LETTER) {
            return Optional.empty();
        }
        return left(message, contact)
                .findFirst()
                .filter(first -> first != message.channel())
                .filter(first -> first == Channel.SMS || first == contact.preferredChannel())
                .map(message::by);
    }

    /** What is done instead of a message that did not get through; nothing when all was tried. */
    List<PlanMessage> instead(MessageRow message, @Nullable Contact contact) {
        return left(message, contact)
                .filter(channel -> channel != message.channel())
                .findFirst()
                .map(message::by)
                .stream()
                .toList();
    }

    /**
     * The same when it is learned later. While the vault is away every channel counts as one that
     * may work: the message itself will tell.
     */
    List<PlanMessage> instead(MessageRow message) {
        Contact contact;
        try {
            contact = contacts.read(message.referralId(), message.kind()).orElse(null);
        } catch (RestClientException e) {
            return instead(message, null);
        }
        // whoever was erased is not written to
        return contact == null ? List.of() : instead(message, contact);
    }

    private Stream<Channel> left(MessageRow message, @Nullable Contact contact) {
        Set<Channel> tried = tried(message);
        return order(contact)
                .filter(channel -> isOpen(channel, message.kind()))
                .filter(channel -> !tried.contains(channel))
                .filter(channel -> contact == null || contact.has(channel));
    }

    private static Stream<Channel> order(@Nullable Contact contact) {
        Set<Channel> order = new LinkedHashSet<>();
        if (contact != null && contact.preferredChannel() != null) {
            order.add(contact.preferredChannel());
        }
        order.addAll(ORDER);
        return order.stream();
    }

    /** A reminder by letter would come too late. */
    private boolean isOpen(Channel channel, MessageKind kind) {
        return switch (channel) {
            case EMAIL -> true;
            case SMS -> sms.isOpen();
            case LETTER -> post.isOpen() && kind != MessageKind.REMINDER;
            case IN_PERSON -> false;
        };
    }

    /** What told, or tried to tell, of the same event; a message that was skipped did not. */
    private Set<Channel> tried(MessageRow message) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct channel from message
                                where referral_id = ? and causation_id = ? and kind = ?
                                    and state <> 'SKIPPED' and message_id <> ?
                                """)
                        .params(
                                message.referralId(),
                                message.story().causationId(),
                                message.kind().name(),
                                message.messageId())
                        .query((row, number) -> Channel.valueOf(row.getString("channel")))
                        .list());
    }
}
