package de.kim.notification.read;

import de.kim.events.OfferReached;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.ReleaseCause;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of a person needs to know of offers. */
@Component
public class HeardOffers {
    private final JdbcClient jdbc;

    public HeardOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void offered(PlaceOffered event) {
        jdbc.sql(
                        """
                        insert into heard_offer
                            (offer_id, referral_id, course_id, section, starts_on, state)
                        values (?, ?, ?, ?, ?, 'OPEN')
                        """)
                .params(
                        event.offerId(),
                        event.referralId(),
                        event.courseId(),
                        event.section(),
                        event.startsOn())
                .update();
    }

    public void reached(OfferReached event) {
        jdbc.sql("update heard_offer set answer_by = ? where offer_id = ?")
                .params(sql(event.answerBy()), event.offerId())
                .update();
    }

    /** It was answered, or ended without an answer. */
    public void ended(UUID offerId, OfferSheet.State state, Instant at) {
        jdbc.sql("update heard_offer set state = ?, state_since = ? where offer_id = ?")
                .params(state.name(), sql(at), offerId)
                .update();
    }

    /** The accepted place was given back or lost; returns the offer that it was. */
    public Optional<UUID> released(PlaceReleased event, Instant at) {
        boolean lost = event.cause() == ReleaseCause.COURSE_CANCELLED;
        OfferSheet.State state = lost ? OfferSheet.State.LOST : OfferSheet.State.ENDED;
        return jdbc.sql(
                        """
                        update heard_offer set state = ?, state_since = ?
                        where referral_id = ? and course_id = ? and state = 'ACCEPTED'
                        returning offer_id
                        """)
                .params(state.name(), sql(at), event.referralId(), event.courseId())
                .query(UUID.class)
                .optional();
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
