package de.kim.referral.read;

import de.kim.events.ConsentPurpose;
import de.kim.events.EntitlementCorrection;
import de.kim.referral.write.ReferralHistory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows for the worklist from a referral's own history. */
@Component
class ReferralTasks {
    private final Tasks tasks;
    private final Objections objections;
    private final EntitlementsHeld entitlements;
    private final WorklistSettings settings;

    ReferralTasks(
            Tasks tasks,
            Objections objections,
            EntitlementsHeld entitlements,
            WorklistSettings settings) {
        this.tasks = tasks;
        this.objections = objections;
        this.entitlements = entitlements;
        this.settings = settings;
    }

    void project(ReferralHistory event) {
        switch (event) {
            case ReferralHistory.Requested it -> requested(it);
            case ReferralHistory.TestRecorded it ->
                    tasks.settle(
                            it.referralId(),
                            TaskKind.ARRANGE_TEST,
                            TaskKind.RECORD_RESULT,
                            TaskKind.ENTER_RESULT);
            case ReferralHistory.TestBooked it -> booked(it);
            case ReferralHistory.TestBookingEnded it -> bookingEnded(it);
            case ReferralHistory.EntitlementAdded it -> entitled(it.referralId());
            case ReferralHistory.EntitlementEnded it -> {
                entitled(it.referralId());
                if (it.last()) {
                    withoutEntitlement(it);
                }
            }
            case ReferralHistory.InterestConfirmed it ->
                    tasks.settle(it.referralId(), TaskKind.CONFIRM_INTEREST);
            case ReferralHistory.InterestLapsed it -> lapsed(it);
            case ReferralHistory.Consented it -> consented(it);
            case ReferralHistory.ConsentRevoked it -> revoked(it);
            case ReferralHistory.ObjectionRaised it -> objected(it);
            case ReferralHistory.ObjectionDecided it -> objectionDecided(it);
            case ReferralHistory.Withdrawn it -> tasks.settleWhatWasFor(it.referralId());
            case ReferralHistory.EnteredInError it -> tasks.settleAll(it.referralId());
            case ReferralHistory.Completed it -> tasks.settleWhatWasFor(it.referralId());
            case ReferralHistory.Erased it -> tasks.settleAll(it.referralId());
            case ReferralHistory.DataDeleted it -> {}
            case ReferralHistory.Amended it -> {}
            case ReferralHistory.Corrected it -> corrected(it);
            case ReferralHistory.Linked it -> {}
            case ReferralHistory.WishesChanged it -> {}
        }
    }

    private void requested(ReferralHistory.Requested it) {
        tasks.open(
                it.referralId(),
                TaskKind.ARRANGE_TEST,
                it.registeredOn().plus(settings.arrangeWithin()),
                it.registeredOn());
        entitled(it.referralId());
    }

    /** The one that lasts longest says until when there is time. */
    private void entitled(UUID referralId) {
        tasks.settle(referralId, TaskKind.SECURE_ENTITLEMENT, TaskKind.REPLACE_ENTITLEMENT);
        entitlements
                .lastDay(referralId)
                .ifPresent(
                        last ->
                                tasks.open(
                                        referralId,
                                        TaskKind.SECURE_ENTITLEMENT,
                                        last.day(),
                                        last.registeredOn()));
    }

    /** No round can give the person a place until there is another one. */
    private void withoutEntitlement(ReferralHistory.EntitlementEnded it) {
        tasks.open(
                it.referralId(),
                TaskKind.REPLACE_ENTITLEMENT,
                it.endedOn().plus(settings.askWithin()),
                it.endedOn());
    }

    /** The day on which the entitlement lapses may have been wrong. */
    private void corrected(ReferralHistory.Corrected it) {
        EntitlementCorrection right = it.entitlement();
        if (right == null) {
            return;
        }
        tasks.settle(it.referralId(), TaskKind.SECURE_ENTITLEMENT);
        if (right.lapsesOn() != null) {
            tasks.open(
                    it.referralId(),
                    TaskKind.SECURE_ENTITLEMENT,
                    right.lapsesOn(),
                    it.correctedOn());
        }
    }

    /** No round counts on the person until the question has an answer. */
    private void lapsed(ReferralHistory.InterestLapsed it) {
        tasks.open(
                it.referralId(),
                TaskKind.CONFIRM_INTEREST,
                it.lapsedOn().plus(settings.askWithin()),
                it.lapsedOn());
    }

    private void booked(ReferralHistory.TestBooked it) {
        tasks.settle(it.referralId(), TaskKind.ARRANGE_TEST);
        tasks.open(it.referralId(), TaskKind.RECORD_RESULT, it.testOn(), it.testOn());
        tasks.openAt(it.host(), it.referralId(), TaskKind.ENTER_RESULT, it.testOn());
    }

    private void bookingEnded(ReferralHistory.TestBookingEnded it) {
        tasks.settle(it.referralId(), TaskKind.RECORD_RESULT, TaskKind.ENTER_RESULT);
        tasks.openUntested(
                it.referralId(),
                TaskKind.ARRANGE_TEST,
                it.endedOn().plus(settings.arrangeWithin()),
                it.endedOn());
    }

    private void objected(ReferralHistory.ObjectionRaised it) {
        tasks.openOfAny(
                it.referralId(),
                TaskKind.DECIDE_OBJECTION,
                it.raisedOn().plus(settings.decideWithin()),
                it.raisedOn());
    }

    private void objectionDecided(ReferralHistory.ObjectionDecided it) {
        if (!objections.anyOpen(it.referralId())) {
            tasks.settle(it.referralId(), TaskKind.DECIDE_OBJECTION);
        }
    }

    private void consented(ReferralHistory.Consented it) {
        if (it.purpose() == ConsentPurpose.CONTACT) {
            tasks.settle(it.referralId(), TaskKind.ASK_FOR_CONTACT);
        }
    }

    private void revoked(ReferralHistory.ConsentRevoked it) {
        if (it.purpose() == ConsentPurpose.CONTACT) {
            tasks.open(
                    it.referralId(),
                    TaskKind.ASK_FOR_CONTACT,
                    it.revokedOn().plus(settings.askWithin()),
                    it.revokedOn());
        }
    }
}
