package de.kim.kit.heard;

import de.kim.events.OfferExpired;
import de.kim.events.OfferWithdrawn;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Live offers and accepted places, as allocation says them, in the table {@code taken_place}: what
 * is free is the capacity in force less these. Who has them is known by the referral's number
 * alone.
 */
public final class TakenPlaces {
    private final JdbcClient jdbc;

    public TakenPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void offered(PlaceOffered event) {
        take(event.offerId(), event.courseId(), event.referralId(), false);
    }

    public void accepted(PlaceAccepted event) {
        take(event.offerId(), event.courseId(), event.referralId(), true);
    }

    public void declined(PlaceDeclined event) {
        offerEnded(event.offerId());
    }

    public void expired(OfferExpired event) {
        offerEnded(event.offerId());
    }

    public void withdrawn(OfferWithdrawn event) {
        offerEnded(event.offerId());
    }

    /** Of an accepted place only the course is said, not the offer it came from. */
    public void released(PlaceReleased event) {
        jdbc.sql("delete from taken_place where referral_id = ? and course_id = ? and accepted")
                .params(event.referralId(), event.courseId())
                .update();
    }

    private void take(UUID offerId, UUID courseId, UUID referralId, boolean accepted) {
        jdbc.sql(
                        """
                        insert into taken_place (offer_id, course_id, referral_id, accepted)
                        values (?, ?, ?, ?)
                        on conflict (offer_id) do update set accepted = excluded.accepted
                        """)
                .params(offerId, courseId, referralId, accepted)
                .update();
    }

    private void offerEnded(UUID offerId) {
        jdbc.sql("delete from taken_place where offer_id = ?").param(offerId).update();
    }
}
