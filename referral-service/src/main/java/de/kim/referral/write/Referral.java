package de.kim.referral.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.events.ConsentPurpose;
import de.kim.events.DataClass;
import de.kim.events.WithdrawalReason;
import de.kim.kit.heard.RulesInForce;
import de.kim.kit.refusal.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One referral: decides what may happen to it, by its own history only. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon creates it empty and evolves it
public class Referral {
    /** Set by what happens, never chosen. */
    private static final Set<WithdrawalReason> RESERVED =
            EnumSet.of(WithdrawalReason.CONSENT_REVOKED, WithdrawalReason.RETENTION_ENDED);

    @AggregateIdentifier private UUID referralId;
    private String referringBody;
    private ReferralState state;
    private ReferralHistory.WishesChanged wishes;
    private final TestFile test = new TestFile();
    private final CorrectionFile corrections = new CorrectionFile();
    private @Nullable WithdrawalReason withdrawn;
    private @Nullable UUID courseId;
    private LocalDate registeredOn;
    private final Entitlements entitlements = new Entitlements();
    private final ObjectionFile objections = new ObjectionFile();
    private final Set<ConsentPurpose> consents = EnumSet.noneOf(ConsentPurpose.class);
    private boolean contactRevoked;
    private @Nullable LocalDate confirmedOn;
    private boolean interestLapsed;
    private final Set<UUID> linked = new HashSet<>();
    private final Set<DataClass> deleted = EnumSet.noneOf(DataClass.class);

    protected Referral() {}

    @CommandHandler
    public Referral(RequestReferral command, RulesInForce rules, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        EntitlementRules.check(command, rules.at(clock.instant()), today);
        apply(
                new ReferralHistory.Requested(
                        command.referralId(),
                        command.person(),
                        command.by(),
                        command.legalBasis(),
                        command.entitledOn(),
                        command.entitlement().lapsesOn(),
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
        if (command.contactGiven() && contactRevoked) {
            throw new Refused(ReferralRefusal.CONTACT_REVOKED);
        }
        if (!corrections.isKnown(command.profileCommitment())) {
            apply(new ReferralHistory.Amended(referralId, command.profileCommitment()));
        }
    }

    /**
     * What was recorded wrongly is put right; nothing but what is known has changed.
     *
     * @return whether anything was wrong
     */
    @CommandHandler
    boolean decide(CorrectReferral command, RulesInForce rules, Clock clock) {
        mustBeOpenAndOf(command.by());
        List<ReferralHistory> corrected =
                corrections.decide(command, test, rules.at(clock.instant()), LocalDate.now(clock));
        corrected.forEach(AggregateLifecycle::apply);
        return !corrected.isEmpty();
    }

    @CommandHandler
    void decide(RecordPlacementTest command, RulesInForce rules, Clock clock) {
        mustBeOpenAndOf(command.by());
        test.decide(command, rules.at(clock.instant()), LocalDate.now(clock))
                .ifPresent(AggregateLifecycle::apply);
    }

    /** By the host of the test, who is no body that refers. */
    @CommandHandler
    void decide(RecordTestResult command, RulesInForce rules, Clock clock) {
        mustBeOpen();
        test.decide(command, rules.at(clock.instant()), LocalDate.now(clock))
                .ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void decide(BookTest command) {
        mustBeOpenAndOf(command.by());
        test.decide(command).ifPresent(AggregateLifecycle::apply);
    }

    /** Of a closed referral nobody asks any more. */
    @CommandHandler
    void decide(EndTestBooking command, Clock clock) {
        if (command.by() != null) {
            mustBeOf(command.by());
        }
        if (state == ReferralState.REQUESTED || state == ReferralState.TESTED) {
            test.decide(command, LocalDate.now(clock)).ifPresent(AggregateLifecycle::apply);
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
        if (command.by() != null) {
            mustBeOf(command.by());
        }
        mustBeOpen();
        apply(new ReferralHistory.InterestConfirmed(referralId, LocalDate.now(clock)));
    }

    /** Who said so on the last day or later crossed the clock's news on the way. */
    @CommandHandler
    void decide(LapseInterest command, Clock clock) {
        mustBeOpen();
        boolean saidSince = confirmedOn != null && !confirmedOn.isBefore(command.due());
        if (!interestLapsed && !saidSince) {
            apply(new ReferralHistory.InterestLapsed(referralId, LocalDate.now(clock)));
        }
    }

    /** Said by the network, not by the body. */
    @CommandHandler
    void decide(LinkReferral command) {
        if (linked.contains(command.linkedReferralId())) {
            return;
        }
        mustBeOpen();
        apply(new ReferralHistory.Linked(referralId, command.linkedReferralId(), command.person()));
    }

    @CommandHandler
    void decide(StandFor command) {
        mustBeOpen();
        apply(new ReferralHistory.Linked(referralId, command.endedReferralId(), command.person()));
        test.result().ifPresent(AggregateLifecycle::apply);
    }

    /**
     * @return which entitlement it is
     */
    @CommandHandler
    UUID decide(AddEntitlement command, RulesInForce rules, Clock clock) {
        mustBeOpenAndOf(command.by());
        entitlements
                .decide(command, rules.at(clock.instant()), LocalDate.now(clock))
                .ifPresent(AggregateLifecycle::apply);
        return entitlements.openOn(command.legalBasis()).orElseThrow();
    }

    @CommandHandler
    void decide(EndEntitlement command, Clock clock) {
        mustBeOpenAndOf(command.by());
        entitlements.decide(command, LocalDate.now(clock)).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void decide(WithdrawReferral command) {
        mustBeOf(command.by());
        if (RESERVED.contains(command.reason())) {
            throw new Refused(ReferralRefusal.WITHDRAWAL_REASON_RESERVED);
        }
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
        if (state == ReferralState.ERASED) {
            throw new Refused(ReferralRefusal.PERSON_ERASED);
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

    /** Also of a referral that is over: its end is what many object to. */
    @CommandHandler
    void decide(RaiseObjection command, Clock clock) {
        mustBeKnownAndOf(command.by());
        objections
                .decide(command, registeredOn, LocalDate.now(clock))
                .ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void decide(DecideObjection command, Clock clock) {
        mustBeKnownAndOf(command.by());
        objections.decide(command, LocalDate.now(clock)).ifPresent(AggregateLifecycle::apply);
    }

    private void mustBeKnownAndOf(String body) {
        mustBeOf(body);
        switch (state) {
            case REQUESTED, TESTED, WITHDRAWN, COMPLETED -> {}
            case IN_ERROR -> throw new Refused(ReferralRefusal.ENTERED_IN_ERROR);
            case ERASED -> throw new Refused(ReferralRefusal.PERSON_ERASED);
        }
    }

    @CommandHandler
    void decide(GiveConsent command, Clock clock) {
        mustBeOpenAndOf(command.by());
        if (!consents.contains(command.purpose())) {
            apply(
                    new ReferralHistory.Consented(
                            referralId, command.purpose(), LocalDate.now(clock)));
        }
    }

    /**
     * From the start of a course on the law itself names the data that is kept (§ 8 IntV), so that
     * a revocation changes nothing then.
     *
     * @return whether the referral ended with it
     */
    @CommandHandler
    boolean decide(RevokeConsent command, Clock clock) {
        mustBeOf(command.by());
        if (!consents.contains(command.purpose())) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        boolean ends =
                command.purpose() == ConsentPurpose.REFERRAL
                        && EntitlementRules.restsOnConsent(referringBody)
                        && state != ReferralState.COMPLETED;
        apply(new ReferralHistory.ConsentRevoked(referralId, command.purpose(), today));
        if (ends) {
            withdrawIfOpen(WithdrawalReason.CONSENT_REVOKED);
            apply(new ReferralHistory.Erased(referralId, today));
        }
        return ends;
    }

    @CommandHandler
    void decide(DeleteData command, Clock clock) {
        Set<DataClass> classes = EnumSet.copyOf(command.dataClasses());
        classes.removeAll(deleted);
        if (classes.isEmpty()) {
            return;
        }
        if (classes.contains(DataClass.ATTRIBUTES)) {
            withdrawIfOpen(WithdrawalReason.RETENTION_ENDED);
        }
        apply(
                new ReferralHistory.DataDeleted(
                        referralId, List.copyOf(classes), LocalDate.now(clock)));
    }

    @CommandHandler
    void decide(ErasePerson command, Clock clock) {
        if (command.by() != null) {
            mustBeOf(command.by());
        }
        if (state != ReferralState.ERASED) {
            apply(new ReferralHistory.Erased(referralId, LocalDate.now(clock)));
        }
    }

    private void withdrawIfOpen(WithdrawalReason reason) {
        if (state == ReferralState.REQUESTED || state == ReferralState.TESTED) {
            apply(new ReferralHistory.Withdrawn(referralId, reason));
        }
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
            case ERASED -> throw new Refused(ReferralRefusal.PERSON_ERASED);
        }
    }

    @EventSourcingHandler
    void evolve(ReferralHistory event) {
        switch (event) {
            case ReferralHistory.Requested requested -> {
                referralId = requested.referralId();
                referringBody = requested.referringBody();
                corrections.evolve(requested);
                registeredOn = requested.registeredOn();
                wishes =
                        new ReferralHistory.WishesChanged(
                                referralId, requested.wishes(), requested.onlyWishes());
                entitlements.evolve(requested);
                state = ReferralState.REQUESTED;
            }
            case ReferralHistory.Amended amended -> corrections.evolve(amended);
            case ReferralHistory.Corrected corrected -> {
                corrections.evolve(corrected);
                entitlements.evolve(corrected);
            }
            case ReferralHistory.TestRecorded recorded -> {
                test.evolve(recorded);
                state = ReferralState.TESTED;
            }
            case ReferralHistory.TestBooked booked -> test.evolve(booked);
            case ReferralHistory.TestBookingEnded ended -> test.evolve(ended);
            case ReferralHistory.ObjectionRaised raised -> objections.evolve(raised);
            case ReferralHistory.ObjectionDecided decided -> objections.evolve(decided);
            case ReferralHistory.EntitlementAdded added -> entitlements.evolve(added);
            case ReferralHistory.EntitlementEnded ended -> entitlements.evolve(ended);
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
            case ReferralHistory.Consented consented -> {
                consents.add(consented.purpose());
                contactRevoked &= consented.purpose() != ConsentPurpose.CONTACT;
            }
            case ReferralHistory.ConsentRevoked revoked -> {
                consents.remove(revoked.purpose());
                contactRevoked |= revoked.purpose() == ConsentPurpose.CONTACT;
            }
            case ReferralHistory.DataDeleted gone -> deleted.addAll(gone.dataClasses());
            case ReferralHistory.Erased erased -> {
                deleted.addAll(EnumSet.allOf(DataClass.class));
                consents.clear();
                state = ReferralState.ERASED;
            }
            case ReferralHistory.InterestConfirmed confirmed -> {
                confirmedOn = confirmed.confirmedOn();
                interestLapsed = false;
            }
            case ReferralHistory.InterestLapsed lapsed -> interestLapsed = true;
            case ReferralHistory.Linked other -> linked.add(other.linkedReferralId());
        }
    }
}
