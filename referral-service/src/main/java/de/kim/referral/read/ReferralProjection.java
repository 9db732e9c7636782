package de.kim.referral.read;

import de.kim.events.EntitlementCorrection;
import de.kim.referral.write.ReferralHistory;
import de.kim.referral.write.ReferralState;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps {@code referral_view}, and what is to be done. It is a subscribing processor: the row is
 * written in the unit of work that stores the event, so who was just answered 201 finds the
 * referral.
 */
@Component
@ProcessingGroup(ReferralProjection.NAME)
public class ReferralProjection {
    public static final String NAME = "referral-view";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Objections objections;
    private final EntitlementsHeld entitlements;
    private final ReferralTasks tasks;

    ReferralProjection(
            JdbcClient jdbc,
            Objections objections,
            EntitlementsHeld entitlements,
            ReferralTasks tasks) {
        this.jdbc = jdbc;
        this.objections = objections;
        this.entitlements = entitlements;
        this.tasks = tasks;
    }

    @EventHandler
    void project(ReferralHistory event, @SequenceNumber long sequence) {
        switch (event) {
            case ReferralHistory.Requested it -> {
                insert(it);
                entitlements.requested(it);
            }
            case ReferralHistory.EntitlementAdded it -> entitlements.added(it);
            case ReferralHistory.EntitlementEnded it -> entitlements.ended(it);
            case ReferralHistory.TestRecorded it -> tested(it);
            case ReferralHistory.TestBooked it ->
                    set(
                            it.referralId(),
                            "test_date_id = ?, test_on = ?",
                            it.testDateId(),
                            it.testOn());
            case ReferralHistory.TestBookingEnded it ->
                    set(it.referralId(), "test_date_id = null, test_on = null");
            case ReferralHistory.WishesChanged it ->
                    set(
                            it.referralId(),
                            "wishes = ?::jsonb, only_wishes = ?",
                            JSON.writeValueAsString(it.wishes()),
                            it.onlyWishes());
            case ReferralHistory.Withdrawn it ->
                    set(
                            it.referralId(),
                            "state = ?, withdrawal_reason = ?",
                            ReferralState.WITHDRAWN.name(),
                            it.reason().name());
            case ReferralHistory.EnteredInError it ->
                    set(it.referralId(), "state = ?", ReferralState.IN_ERROR.name());
            case ReferralHistory.Completed it ->
                    set(
                            it.referralId(),
                            "state = ?, course_id = ?, started_on = ?",
                            ReferralState.COMPLETED.name(),
                            it.courseId(),
                            it.startedOn());
            case ReferralHistory.Erased it ->
                    set(
                            it.referralId(),
                            "state = ?, erased_on = ?",
                            ReferralState.ERASED.name(),
                            it.erasedOn());
            case ReferralHistory.ObjectionRaised it -> objections.raised(it);
            case ReferralHistory.ObjectionDecided it -> objections.decided(it);
            case ReferralHistory.Linked it -> linked(it);
            case ReferralHistory.Corrected it -> corrected(it);
            case ReferralHistory.Consented it -> {}
            case ReferralHistory.ConsentRevoked it -> {}
            case ReferralHistory.DataDeleted it -> {}
            case ReferralHistory.Amended it -> {}
            case ReferralHistory.InterestConfirmed it -> {}
            case ReferralHistory.InterestLapsed it -> {}
        }
        set(event.referralId(), "version = ?", sequence);
        tasks.project(event);
    }

    private void insert(ReferralHistory.Requested it) {
        jdbc.sql(
                        """
                        insert into referral_view (referral_id, version, body, state, legal_basis,
                            entitled_on, lapses_on, registered_on, wishes, only_wishes)
                        values (?, 0, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)
                .params(
                        it.referralId(),
                        it.referringBody(),
                        ReferralState.REQUESTED.name(),
                        it.legalBasis().name(),
                        it.entitledOn())
                .param(it.lapsesOn())
                .params(it.registeredOn(), JSON.writeValueAsString(it.wishes()), it.onlyWishes())
                .update();
    }

    /**
     * The one stands for the other, and for all for which the other stood; it may itself take the
     * place of the one that stood for it. The rows of both may come later when the view is made
     * anew.
     */
    private void linked(ReferralHistory.Linked it) {
        jdbc.sql("delete from referral_link where linked_referral_id = ?")
                .param(it.referralId())
                .update();
        jdbc.sql("update referral_link set referral_id = ? where referral_id = ?")
                .params(it.referralId(), it.linkedReferralId())
                .update();
        jdbc.sql(
                        """
                        insert into referral_link (linked_referral_id, referral_id) values (?, ?)
                        on conflict (linked_referral_id)
                            do update set referral_id = excluded.referral_id
                        """)
                .params(it.linkedReferralId(), it.referralId())
                .update();
    }

    private void corrected(ReferralHistory.Corrected it) {
        EntitlementCorrection right = it.entitlement();
        if (right != null) {
            jdbc.sql(
                            """
                            update referral_view
                            set legal_basis = ?, entitled_on = ?, lapses_on = ?
                            where referral_id = ?
                            """)
                    .params(right.legalBasis().name(), right.entitledOn())
                    .param(right.lapsesOn())
                    .param(it.referralId())
                    .update();
        }
    }

    private void tested(ReferralHistory.TestRecorded it) {
        set(
                it.referralId(),
                "state = ?, tested_on = ?, recommended_type = ?, recommended_section = ?,"
                        + " dispensable = ?",
                ReferralState.TESTED.name(),
                it.testedOn(),
                it.recommendedType().name(),
                it.recommendedSection(),
                it.dispensable());
    }

    private void set(UUID referralId, String assignments, Object... values) {
        jdbc.sql("update referral_view set " + assignments + " where referral_id = ?")
                .params(values)
                .param(referralId)
                .update();
    }
}
