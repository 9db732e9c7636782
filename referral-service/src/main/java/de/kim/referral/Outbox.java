package de.kim.referral;

import de.kim.events.ConsentGiven;
import de.kim.events.ConsentRevoked;
import de.kim.events.EnteredInError;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementEnded;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.events.PlacementTestBooked;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.WishesChanged;
import de.kim.kit.door.OutDoor;
import de.kim.kit.door.Saying;
import de.kim.referral.write.IntakeHistory;
import de.kim.referral.write.ReferralHistory;
import de.kim.referral.write.TestDateHistory;
import org.springframework.stereotype.Component;

/** Every public event this service says, on {@code kim.referrals}. */
@Component
public class Outbox implements OutDoor<IntakeHistory> {
    @Override
    public Class<IntakeHistory> stored() {
        return IntakeHistory.class;
    }

    @Override
    public Saying say(IntakeHistory event) {
        return switch (event) {
            case ReferralHistory referral -> say(referral);
            // what others have to know of it is said by the referral that has a seat
            case TestDateHistory date -> Saying.staysHere();
        };
    }

    private static Saying say(ReferralHistory event) {
        return switch (event) {
            case ReferralHistory.TestBooked it ->
                    Saying.publish(
                            new PlacementTestBooked(it.referralId(), it.host(), it.testOn()));
            case ReferralHistory.TestBookingEnded it -> Saying.staysHere();
            // between the person and the body; what follows is said by what is done
            case ReferralHistory.ObjectionRaised it -> Saying.staysHere();
            case ReferralHistory.ObjectionDecided it -> Saying.staysHere();
            case ReferralHistory.Requested it ->
                    Saying.publishWithProfile(requested(it), it.referralId());
            case ReferralHistory.Amended it ->
                    Saying.publishWithProfile(
                            new ReferralAmended(it.referralId(), it.profileCommitment()),
                            it.referralId());
            case ReferralHistory.Corrected it ->
                    Saying.publish(
                            new ReferralCorrected(
                                    it.referralId(),
                                    it.reason(),
                                    it.parts(),
                                    it.entitlement(),
                                    it.correctedOn()));
            case ReferralHistory.Consented it ->
                    Saying.publish(new ConsentGiven(it.referralId(), it.purpose(), it.givenOn()));
            case ReferralHistory.ConsentRevoked it ->
                    Saying.publish(
                            new ConsentRevoked(it.referralId(), it.purpose(), it.revokedOn()));
            case ReferralHistory.TestRecorded it -> Saying.publish(tested(it));
            case ReferralHistory.WishesChanged it ->
                    Saying.publish(
                            new WishesChanged(it.referralId(), it.wishes(), it.onlyWishes()));
            case ReferralHistory.EntitlementAdded it ->
                    Saying.publish(
                            new EntitlementAdded(
                                    it.referralId(),
                                    it.legalBasis(),
                                    it.grantedBy(),
                                    it.entitledOn(),
                                    it.lapsesOn()));
            case ReferralHistory.EntitlementEnded it ->
                    Saying.publish(
                            new EntitlementEnded(
                                    it.referralId(),
                                    it.legalBasis(),
                                    it.endedOn(),
                                    it.reason(),
                                    it.last()));
            case ReferralHistory.InterestConfirmed it ->
                    Saying.publish(new InterestConfirmed(it.referralId(), it.confirmedOn()));
            case ReferralHistory.InterestLapsed it ->
                    Saying.publish(new InterestLapsed(it.referralId(), it.lapsedOn()));
            case ReferralHistory.Linked it ->
                    Saying.publish(
                            new ReferralsLinked(
                                    it.referralId(), it.linkedReferralId(), it.person()));
            case ReferralHistory.Withdrawn it ->
                    Saying.publish(new ReferralWithdrawn(it.referralId(), it.reason()));
            case ReferralHistory.EnteredInError it ->
                    Saying.publish(new EnteredInError(it.referralId()));
            case ReferralHistory.Completed it ->
                    Saying.publish(
                            new ReferralCompleted(it.referralId(), it.courseId(), it.startedOn()));
            // there may be no profile any more: then a tombstone takes its place
            case ReferralHistory.DataDeleted it ->
                    Saying.publishWithProfile(
                            new PersonalDataDeleted(
                                    it.referralId(), it.dataClasses(), it.deletedOn()),
                            it.referralId());
            case ReferralHistory.Erased it ->
                    Saying.publishWithProfile(
                            new PersonErased(it.referralId(), it.erasedOn()), it.referralId());
        };
    }

    private static ReferralRequested requested(ReferralHistory.Requested it) {
        return new ReferralRequested(
                it.referralId(),
                it.person(),
                it.referringBody(),
                it.legalBasis(),
                it.entitledOn(),
                it.lapsesOn(),
                it.registeredOn(),
                it.wishes(),
                it.onlyWishes(),
                it.profileCommitment());
    }

    private static PlacementTestRecorded tested(ReferralHistory.TestRecorded it) {
        return new PlacementTestRecorded(
                it.referralId(),
                it.testedOn(),
                it.recommendedType(),
                it.recommendedSection(),
                it.dispensable());
    }
}
