package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.OfferIndex;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offers, each with what became of it. */
@Component
public class Offers implements OfferIndex {
    static final String NAME = "offers";

    private static final String ROWS =
            """
            select o.*, c.provider_id, f.offer_id is not null as undelivered
            from offer o
            left join heard_course c using (course_id)
            left join heard_referral r using (referral_id)
            left join heard_delivery_failure f using (offer_id)
            """;

    /** The referrer's own people, the provider's own courses. */
    private static final String SEEN =
            " (?::text is null or r.referring_body = ? or c.provider_id = ?)";

    private final JdbcClient jdbc;

    public Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What can become of an offer. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    /**
     * One offer.
     *
     * @param endsAt when it ends if nobody answers
     * @param undelivered a message about it did not get through: somebody should tell the person
     * @param reason coded reason of a decline, an expiry or a withdrawal
     */
    public record Offer(
            UUID offerId,
            UUID referralId,
            UUID roundId,
            UUID courseId,
            @Nullable String providerId,
            int section,
            LocalDate startsOn,
            State state,
            Instant offeredAt,
            @Nullable Instant reachedAt,
            @Nullable Instant answerBy,
            Instant endsAt,
            @Nullable Instant endedAt,
            @Nullable String answeredBy,
            @Nullable String reason,
            boolean undelivered) {}

    @Override
    public UUID referralOf(UUID offerId, Actor actor) {
        return jdbc.sql(
                        """
                        select referral_id from offer o left join heard_referral r using (referral_id)
                        where o.offer_id = ? and (?::text is null or r.referring_body = ?)
                        """)
                .param(offerId)
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.OFFER_NOT_FOUND));
    }

    Offer one(UUID offerId, Actor actor) {
        return jdbc.sql(ROWS + " where o.offer_id = ? and" + SEEN)
                .param(offerId)
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .query((row, i) -> view(row))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.OFFER_NOT_FOUND));
    }

    List<Offer> page(@Nullable State state, PageQuery query, Actor actor) {
        Optional<Cursor> after = query.after(NAME, 2);
        Instant at =
                after.map(c -> Instant.EPOCH.plus(c.number(0), ChronoUnit.MICROS))
                        .orElse(Instant.EPOCH);
        return jdbc.sql(
                        ROWS
                                + """
                                 where (?::text is null or o.state = ?)
                                    and (o.offered_at, o.offer_id) > (?, ?) and
                                """
                                + SEEN
                                + """
                                 order by o.offered_at, o.offer_id limit ?
                                """)
                .param(state == null ? null : state.name())
                .param(state == null ? null : state.name())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(after.map(c -> c.id(1)).orElse(new UUID(0, 0)))
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .param(query.rows())
                .query((row, i) -> view(row))
                .list();
    }

    static Cursor cursorAfter(Offer last) {
        return Cursor.after(
                NAME, ChronoUnit.MICROS.between(Instant.EPOCH, last.offeredAt()), last.offerId());
    }

    private static Offer view(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("offer_id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getString("provider_id"),
                row.getInt("section"),
                row.getObject("starts_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                instant(row, "reached_at"),
                instant(row, "answer_by"),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getString("answered_by"),
                row.getString("reason"),
                row.getBoolean("undelivered"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
