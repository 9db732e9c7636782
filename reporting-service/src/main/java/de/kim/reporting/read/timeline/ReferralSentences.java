package de.kim.reporting.read.timeline;

import de.kim.events.ConsentGiven;
import de.kim.events.ConsentRevoked;
import de.kim.events.EnteredInError;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementCorrection;
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
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.WishesChanged;

/** What is said of referrals. */
final class ReferralSentences {
    private ReferralSentences() {}

    static Sentence of(ReferralEvent event) {
        return switch (event) {
            case ReferralRequested e ->
                    new Sentence(
                            "Zuweisung durch "
                                    + e.referringBody()
                                    + ", registriert am "
                                    + e.registeredOn()
                                    + ", Rechtsgrundlage "
                                    + e.legalBasis()
                                    + ".",
                            "Referred by "
                                    + e.referringBody()
                                    + ", registered on "
                                    + e.registeredOn()
                                    + ", legal basis "
                                    + e.legalBasis()
                                    + ".");
            case PlacementTestBooked e ->
                    new Sentence(
                            "Einstufungstest gebucht für den " + e.testOn() + ".",
                            "Placement test booked for " + e.testOn() + ".");
            case PlacementTestRecorded e ->
                    new Sentence(
                            "Einstufungstest vom "
                                    + e.testedOn()
                                    + ": "
                                    + e.recommendedType()
                                    + ", Abschnitt "
                                    + e.recommendedSection()
                                    + ".",
                            "Placement test of "
                                    + e.testedOn()
                                    + ": "
                                    + e.recommendedType()
                                    + ", section "
                                    + e.recommendedSection()
                                    + ".");
            case ReferralAmended e ->
                    new Sentence(
                            "Angaben zur Zuweisung geändert.", "Details of the referral changed.");
            case ReferralCorrected e -> corrected(e);
            case WishesChanged e -> new Sentence("Wünsche geändert.", "Wishes changed.");
            case EntitlementAdded e ->
                    new Sentence(
                            "Weitere Berechtigung: "
                                    + e.legalBasis()
                                    + " durch "
                                    + e.grantedBy()
                                    + ".",
                            "Further entitlement: "
                                    + e.legalBasis()
                                    + " by "
                                    + e.grantedBy()
                                    + ".");
            case EntitlementEnded e ->
                    new Sentence(
                            "Berechtigung "
                                    + e.legalBasis()
                                    + " endete am "
                                    + e.endedOn()
                                    + ": "
                                    + e.reason()
                                    + ".",
                            "Entitlement "
                                    + e.legalBasis()
                                    + " ended on "
                                    + e.endedOn()
                                    + ": "
                                    + e.reason()
                                    + ".");
            case ReferralsLinked e ->
                    new Sentence(
                            "Mit einer anderen Zuweisung derselben Person verknüpft.",
                            "Linked with another referral of the same person.");
            case ConsentGiven e ->
                    new Sentence(
                            "Einwilligung gegeben am " + e.givenOn() + ": " + e.purpose() + ".",
                            "Consent given on " + e.givenOn() + ": " + e.purpose() + ".");
            case ConsentRevoked e ->
                    new Sentence(
                            "Einwilligung widerrufen am "
                                    + e.revokedOn()
                                    + ": "
                                    + e.purpose()
                                    + ".",
                            "Consent revoked on " + e.revokedOn() + ": " + e.purpose() + ".");
            case InterestConfirmed e ->
                    new Sentence(
                            "Interesse bestätigt am " + e.confirmedOn() + ".",
                            "Interest confirmed on " + e.confirmedOn() + ".");
            case InterestLapsed e ->
                    new Sentence(
                            "Interesse nicht bestätigt bis " + e.lapsedOn() + ".",
                            "Interest not confirmed by " + e.lapsedOn() + ".");
            case ReferralWithdrawn e ->
                    new Sentence(
                            "Zuweisung zurückgezogen: " + e.reason() + ".",
                            "Referral withdrawn: " + e.reason() + ".");
            case EnteredInError e ->
                    new Sentence(
                            "Zuweisung war irrtümlich angelegt.",
                            "The referral was entered in error.");
            case ReferralCompleted e ->
                    new Sentence(
                            "Kurs begonnen am " + e.startedOn() + ": Zuweisung am Ziel.",
                            "Course begun on " + e.startedOn() + ": the referral reached its aim.");
            case PersonalDataDeleted e ->
                    new Sentence(
                            "Nach Ablauf der Aufbewahrungsfrist gelöscht am " + e.deletedOn() + ".",
                            "Deleted on " + e.deletedOn() + ", after its time was over.");
            case PersonErased e ->
                    new Sentence(
                            "Personendaten gelöscht am " + e.erasedOn() + ".",
                            "Personal data erased on " + e.erasedOn() + ".");
        };
    }

    private static Sentence corrected(ReferralCorrected e) {
        EntitlementCorrection right = e.entitlement();
        return new Sentence(
                "Berichtigt am "
                        + e.correctedOn()
                        + " ("
                        + e.reason()
                        + "): "
                        + e.parts()
                        + (right == null
                                ? "."
                                : "; Rechtsgrundlage ist "
                                        + right.legalBasis()
                                        + " vom "
                                        + right.entitledOn()
                                        + ", nicht "
                                        + right.wrongBasis()
                                        + " vom "
                                        + right.wrongEntitledOn()
                                        + "."),
                "Corrected on "
                        + e.correctedOn()
                        + " ("
                        + e.reason()
                        + "): "
                        + e.parts()
                        + (right == null
                                ? "."
                                : "; the legal basis is "
                                        + right.legalBasis()
                                        + " of "
                                        + right.entitledOn()
                                        + ", not "
                                        + right.wrongBasis()
                                        + " of "
                                        + right.wrongEntitledOn()
                                        + "."));
    }
}
