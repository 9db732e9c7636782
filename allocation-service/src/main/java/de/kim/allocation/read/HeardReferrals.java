package de.kim.allocation.read;

import de.kim.allocation.react.WhenPlacementTestRecordedThenQueue.Standing;
import de.kim.events.ConsentGiven;
import de.kim.events.ConsentRevoked;
import de.kim.events.EnteredInError;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementCorrection;
import de.kim.events.EntitlementEnded;
import de.kim.events.Envelope;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.LegalBasis;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.events.PlacementTestBooked;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.WishesChanged;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a round needs to know of referrals. */
@Component
public class HeardReferrals {
    private final JdbcClient jdbc;

    public HeardReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void project(ReferralEvent event, Envelope envelope) {
        switch (event) {
            case ReferralRequested e -> requested(e, envelope);
            case ReferralAmended e ->
                    update(e.referralId(), "profile_commitment = ?", e.profileCommitment());
            case ReferralCorrected e -> corrected(e);
            case WishesChanged e -> wishes(e);
            case EntitlementAdded e ->
                    entitled(e.referralId(), e.legalBasis(), e.entitledOn(), e.lapsesOn());
            case EntitlementEnded e -> ended(e);
            case ReferralsLinked e -> linked(e, envelope);
            case InterestConfirmed e ->
                    update(
                            e.referralId(),
                            "interest_lapsed = false, interest_on = ?",
                            e.confirmedOn());
            case InterestLapsed e -> update(e.referralId(), "interest_lapsed = ?", true);
            case ReferralWithdrawn e -> update(e.referralId(), "ended = ?", true);
            case EnteredInError e -> update(e.referralId(), "ended = ?", true);
            case ReferralCompleted e -> update(e.referralId(), "ended = ?", true);
            case PersonErased e -> update(e.referralId(), "ended = ?", true);
            case PersonalDataDeleted e -> {}
            case PlacementTestBooked e -> {}
            case PlacementTestRecorded e -> {}
            case ConsentGiven e -> {}
            case ConsentRevoked e -> {}
        }
        jdbc.sql("update heard_referral set sequence = ? where referral_id = ?")
                .params(envelope.sequence(), UUID.fromString(event.subject()))
                .update();
    }

    /** What a policy must know before it queues somebody; empty when never requested. */
    public Optional<Standing> standing(UUID referralId) {
        return jdbc.sql(
                        """
                        select coalesce(l.person, r.person) as person,
                               r.ended or l.referral_id is not null as stands_aside
                        from heard_referral r
                        left join heard_link l on l.linked_referral_id = r.referral_id
                        where r.referral_id = ?
                        """)
                .param(referralId)
                .query(
                        (row, i) ->
                                new Standing(
                                        row.getObject("person", UUID.class),
                                        row.getBoolean("stands_aside")))
                .optional();
    }

    private void requested(ReferralRequested e, Envelope envelope) {
        jdbc.sql(
                        """
                        insert into heard_referral (referral_id, person, referring_body,
                            registered_on, wishes, only_wishes, profile_commitment, sequence)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        e.referralId(),
                        e.person(),
                        e.referringBody(),
                        e.registeredOn(),
                        JsonColumn.write(e.wishes()),
                        e.onlyWishes(),
                        e.profileCommitment(),
                        envelope.sequence())
                .update();
        entitled(e.referralId(), e.legalBasis(), e.entitledOn(), e.lapsesOn());
    }

    private void entitled(
            UUID referralId, LegalBasis basis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {
        jdbc.sql(
                        """
                        insert into heard_entitlement (referral_id, basis, entitled_on, lapses_on)
                        values (?, ?, ?, ?)
                        on conflict (referral_id, basis, entitled_on)
                            do update set lapses_on = excluded.lapses_on, ended_on = null
                        """)
                .param(referralId)
                .param(basis.name())
                .param(entitledOn)
                .param(lapsesOn)
                .update();
    }

    /** The wrong one counts no more; what is right of test and profile is said apart. */
    private void corrected(ReferralCorrected e) {
        EntitlementCorrection right = e.entitlement();
        if (right == null) {
            return;
        }
        jdbc.sql(
                        """
                        update heard_entitlement set ended_on = ?
                        where referral_id = ? and basis = ? and entitled_on = ?
                        """)
                .params(
                        e.correctedOn(),
                        e.referralId(),
                        right.wrongBasis().name(),
                        right.wrongEntitledOn())
                .update();
        entitled(e.referralId(), right.legalBasis(), right.entitledOn(), right.lapsesOn());
    }

    private void ended(EntitlementEnded e) {
        jdbc.sql(
                        """
                        update heard_entitlement set ended_on = ?
                        where referral_id = ? and basis = ? and ended_on is null
                        """)
                .params(e.endedOn(), e.referralId(), e.legalBasis().name())
                .update();
    }

    /** The referral that stands for the person, when none of theirs has an entitlement left. */
    public Optional<UUID> withoutEntitlement(UUID referralId) {
        return jdbc.sql(
                        """
                        select s.id from (select coalesce((select referral_id from heard_link
                            where linked_referral_id = :id), :id) as id) s
                        where not exists (select from heard_entitlement e
                            join heard_referral r using (referral_id)
                            where e.ended_on is null and not r.ended
                                and (e.referral_id = s.id or e.referral_id in
                                    (select linked_referral_id from heard_link
                                     where referral_id = s.id)))
                        """)
                .param("id", referralId)
                .query(UUID.class)
                .optional();
    }

    /** Whether the one stands for the other, as far as has been heard. */
    public boolean standsFor(UUID referralId, UUID linkedReferralId) {
        return jdbc.sql(
                        """
                        select exists (select from heard_link
                            where referral_id = ? and linked_referral_id = ?)
                        """)
                .params(referralId, linkedReferralId)
                .query(Boolean.class)
                .single();
    }

    /**
     * The one stands for the other, and for all for which the other stood; another one may have
     * stood for it, and ended. The two are subjects of their own, so an older link may be heard
     * after the newer one: it changes nothing any more.
     */
    private void linked(ReferralsLinked e, Envelope envelope) {
        OffsetDateTime said = envelope.time().atOffset(ZoneOffset.UTC);
        boolean old =
                jdbc.sql(
                                """
                                select exists (select from heard_link
                                    where linked_referral_id in (?, ?) and said_at > ?)
                                """)
                        .params(e.referralId(), e.linkedReferralId(), said)
                        .query(Boolean.class)
                        .single();
        if (old) {
            return;
        }
        jdbc.sql("delete from heard_link where linked_referral_id = ?")
                .param(e.referralId())
                .update();
        jdbc.sql("update heard_link set referral_id = ? where referral_id = ?")
                .params(e.referralId(), e.linkedReferralId())
                .update();
        jdbc.sql(
                        """
                        insert into heard_link (linked_referral_id, referral_id, person, said_at)
                        values (?, ?, ?, ?)
                        on conflict (linked_referral_id) do update
                            set referral_id = excluded.referral_id, person = excluded.person,
                                said_at = excluded.said_at
                        """)
                .params(e.linkedReferralId(), e.referralId(), e.person(), said)
                .update();
        jdbc.sql("update heard_referral set person = ? where referral_id in (?, ?)")
                .params(e.person(), e.referralId(), e.linkedReferralId())
                .update();
    }

    private void wishes(WishesChanged e) {
        jdbc.sql(
                        """
                        update heard_referral set wishes = ?::jsonb, only_wishes = ?
                        where referral_id = ?
                        """)
                .params(JsonColumn.write(e.wishes()), e.onlyWishes(), e.referralId())
                .update();
    }

    private void update(UUID referralId, String column, Object value) {
        jdbc.sql("update heard_referral set " + column + " where referral_id = ?")
                .params(value, referralId)
                .update();
    }
}
