package de.kim.referral.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.events.ConsentPurpose;
import de.kim.events.Rulebook;
import de.kim.events.WithdrawalReason;
import de.kim.kit.refusal.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One referral: decides what may happen to it, by its own history only. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon creates it empty and evolves it
public class Referral {
    @AggregateIdentifier private UUID referralId;
    private String referringBody;
    private ReferralState state;
    private String profileCommitment;
    private ReferralHistory.WishesChanged wishes;
    private ReferralHistory.@Nullable TestRecorded test;
    private @Nullable WithdrawalReason withdrawn;
    private @Nullable UUID courseId;

    protected Referral() {}

    @CommandHandler
    public Referral(RequestReferral command, Rulebook rulebook, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        EntitlementRules.check(command, rulebook, today);
        apply(
                new ReferralHistory.Requested(
                        command.referralId(),
                        command.person(),
                        command.by(),
                        command.legalBasis(),
                        command.entitledOn(),
                        command.lapsesOn(),
                        today,
                        command.wishes(),
                        command.onlyWishes(),
                        command.profileCommitment()));
        if (command.consent()) {
            apply(
                    new ReferralHistory.Consented(
                            command.referralId(), ConsentPurpose.REFERRAL, today));
        }
    }

    @CommandHandler
    void decide(AmendReferral command) {
        mustBeOpenAndOf(command.by());
        if (!command.profileCommitment().equals(profileCommitment)) {
            apply(new ReferralHistory.Amended(referralId, command.profileCommitment()));
        }
    }

    @CommandHandler
    void decide(RecordPlacementTest command, Rulebook rulebook, Clock clock) {
        mustBeOpenAndOf(command.by());
        EntitlementRules.check(command, rulebook, LocalDate.now(clock));
        var recorded =
                new ReferralHistory.TestRecorded(
                        referralId,
                        command.testedOn(),
                        command.recommendedType(),
                        command.recommendedSection(),
                        command.dispensable());
        if (!recorded.equals(test)) {
            apply(recorded);
        }
    }

    @CommandHandler
    void decide(ChangeWishes command) {
        mustBeOpenAndOf(command.by());
        EntitlementRules.checkWishes(command.wishes(), command.onlyWishes());
        var changed =
                new ReferralHistory.WishesChanged(
                        referralId, command.wishes(), command.onlyWishes());
        if (!changed.equals(wishes)) {
            apply(changed);
        }
    }

    /** Said every time: whether an offer expired since the last one is not known here. */
    @CommandHandler
    void decide(ConfirmInterest command, Clock clock) {
        mustBeOpenAndOf(command.by());
        apply(new ReferralHistory.InterestConfirmed(referralId, LocalDate.now(clock)));
    }

    @CommandHandler
    void decide(WithdrawReferral command) {
        mustBeOf(command.by());
        if (state == ReferralState.WITHDRAWN && command.reason() == withdrawn) {
            return;
        }
        mustBeOpen();
        apply(new ReferralHistory.Withdrawn(referralId, command.reason()));
    }

    @CommandHandler
    void decide(EnterInError command) {
        mustBeOf(command.by());
        if (state == ReferralState.COMPLETED) {
            throw new Refused(ReferralRefusal.ALREADY_COMPLETED);
        }
        if (state != ReferralState.IN_ERROR) {
            apply(new ReferralHistory.EnteredInError(referralId));
        }
    }

    @CommandHandler
    void decide(CompleteReferral command) {
        if (command.courseId().equals(courseId)) {
            return;
        }
        mustBeOpen();
        apply(new ReferralHistory.Completed(referralId, command.courseId(), command.startedOn()));
    }

    ReferralState state() {
        return state;
    }

    private void mustBeOpenAndOf(String body) {
        mustBeOf(body);
        mustBeOpen();
    }

    /** Another body must not even learn that the referral exists. */
    private void mustBeOf(String body) {
        if (!referringBody.equals(body)) {
            throw new Refused(ReferralRefusal.REFERRAL_NOT_FOUND);
        }
    }

    private void mustBeOpen() {
        switch (state) {
            case REQUESTED, TESTED -> {}
            case WITHDRAWN -> throw new Refused(ReferralRefusal.ALREADY_WITHDRAWN);
            case COMPLETED -> throw new Refused(ReferralRefusal.ALREADY_COMPLETED);
            case IN_ERROR -> throw new Refused(ReferralRefusal.ENTERED_IN_ERROR);
        }
    }

    @EventSourcingHandler
    void evolve(ReferralHistory event) {
        switch (event) {
            case ReferralHistory.Requested requested -> {
                referralId = requested.referralId();
                referringBody = requested.referringBody();
                profileCommitment = requested.profileCommitment();
                wishes =
                        new ReferralHistory.WishesChanged(
                                referralId, requested.wishes(), requested.onlyWishes());
                state = ReferralState.REQUESTED;
            }
            case ReferralHistory.Amended amended -> profileCommitment = amended.profileCommitment();
            case ReferralHistory.TestRecorded recorded -> {
                test = recorded;
                state = ReferralState.TESTED;
            }
            case ReferralHistory.WishesChanged changed -> wishes = changed;
            case ReferralHistory.Withdrawn taken -> {
                withdrawn = taken.reason();
                state = ReferralState.WITHDRAWN;
            }
            case ReferralHistory.EnteredInError error -> state = ReferralState.IN_ERROR;
            case ReferralHistory.Completed completed -> {
                courseId = completed.courseId();
                state = ReferralState.COMPLETED;
            }
            case ReferralHistory.Consented consented -> {}
            case ReferralHistory.InterestConfirmed confirmed -> {}
        }
    }
}
