package de.kim.notification.read;

import de.kim.events.Channel;
import de.kim.events.DeliveryFailure;
import de.kim.events.MessageKind;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages, page by page. */
@Component
public class Messages {
    private static final String LIST = "messages";

    private final JdbcClient jdbc;

    public Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All messages, or those of one referral. */
    public Page<MessageView> page(@Nullable UUID referralId, PageQuery query) {
        List<Row> rows =
                jdbc.sql(
                                """
                                select * from message
                                where position > :after
                                    and (cast(:referral as uuid) is null
                                        or referral_id = cast(:referral as uuid))
                                order by position
                                limit :rows
                                """)
                        .param("after", query.after(LIST, 1).map(c -> c.number(0)).orElse(0L))
                        .param("referral", referralId)
                        .param("rows", query.rows())
                        .query((row, number) -> new Row(row.getLong("position"), view(row)))
                        .list();
        Page<Row> page = Page.of(rows, query, row -> Cursor.after(LIST, row.position()));
        List<MessageView> views = new ArrayList<>();
        page.items().forEach(row -> views.add(row.view()));
        return new Page<>(views, page.nextCursor());
    }

    public boolean knows(UUID messageId) {
        return referralOf(messageId).isPresent();
    }

    /** Whom a message is to; empty when there is no such message. */
    public Optional<UUID> referralOf(UUID messageId) {
        return jdbc.sql("select referral_id from message where message_id = ?")
                .param(messageId)
                .query(UUID.class)
                .optional();
    }

    private record Row(long position, MessageView view) {}

    private static MessageView view(ResultSet row) throws SQLException {
        return new MessageView(
                row.getObject("message_id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getObject("offer_id", UUID.class),
                MessageKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                MessageView.State.valueOf(row.getString("state")),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "delivered_at"),
                row.getObject("posted_on", LocalDate.class),
                instant(row, "reached_at"),
                orNull(row.getString("failure"), DeliveryFailure::valueOf),
                instant(row, "help_asked_at"),
                instant(row, "locked_until"),
                row.getInt("attempts"),
                row.getString("trouble"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return orNull(row.getObject(column, OffsetDateTime.class), OffsetDateTime::toInstant);
    }

    private static <S, T> @Nullable T orNull(@Nullable S value, Function<S, T> read) {
        return value == null ? null : read.apply(value);
    }
}
