package de.kim.reporting.read.timeline;

import de.kim.events.AllocationDecided;
import de.kim.events.AllocationEvent;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockWarned;
import de.kim.events.ConsentGiven;
import de.kim.events.ConsentRevoked;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.EnteredInError;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementEnded;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.MessageFailed;
import de.kim.events.MessageReached;
import de.kim.events.MessageSent;
import de.kim.events.NotificationEvent;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.OfferWithdrawn;
import de.kim.events.OverrideGranted;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PersonErased;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PlacementTestBooked;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.ProviderChanged;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookPublished;
import de.kim.events.Sealed;
import de.kim.events.WishesChanged;

/** One short sentence per public event, for timelines. */
final class Sentences {
    private Sentences() {}

    static Sentence of(PublicEvent event) {
        return switch (event) {
            case ReferralEvent e -> referral(e);
            case CourseEvent e -> course(e);
            case AllocationEvent e -> allocation(e);
            case NotificationEvent e -> notification(e);
            case RulebookPublished e ->
                    new Sentence(
                            "Regelwerk " + e.rulebook().version() + " beschlossen.",
                            "Rulebook " + e.rulebook().version() + " agreed.");
            case Sealed e ->
                    new Sentence(
                            "Stand besiegelt: " + e.published() + " Ereignisse.",
                            "Sealed: " + e.published() + " events.");
        };
    }

    private static Sentence referral(ReferralEvent event) {
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
            case PersonErased e ->
                    new Sentence(
                            "Personendaten gelöscht am " + e.erasedOn() + ".",
                            "Personal data erased on " + e.erasedOn() + ".");
        };
    }

    private static Sentence course(CourseEvent event) {
        return switch (event) {
            case ProviderAdmitted e ->
                    new Sentence(
                            "Träger "
                                    + e.providerId()
                                    + " zugelassen vom "
                                    + e.from()
                                    + " bis "
                                    + e.until()
                                    + ".",
                            "Provider "
                                    + e.providerId()
                                    + " admitted from "
                                    + e.from()
                                    + " to "
                                    + e.until()
                                    + ".");
            case ProviderAdmissionEnded e ->
                    new Sentence(
                            "Zulassung von " + e.providerId() + " endete am " + e.endedOn() + ".",
                            "Admission of " + e.providerId() + " ended on " + e.endedOn() + ".");
            case CourseScheduled e ->
                    new Sentence(
                            "Kurs von "
                                    + e.providerId()
                                    + " geplant: "
                                    + e.courseType()
                                    + ", "
                                    + e.places()
                                    + " Plätze.",
                            "Course of "
                                    + e.providerId()
                                    + " scheduled: "
                                    + e.courseType()
                                    + ", "
                                    + e.places()
                                    + " places.");
            case CourseRescheduled e -> new Sentence("Kurs verlegt.", "Course rescheduled.");
            case PlacesChanged e ->
                    new Sentence(
                            "Träger möchte " + e.places() + " Plätze.",
                            "Provider asks for " + e.places() + " places.");
            case PlacesConfirmed e ->
                    new Sentence(
                            "" + e.places() + " Plätze bestätigt am " + e.confirmedOn() + ".",
                            "" + e.places() + " places confirmed on " + e.confirmedOn() + ".");
            case CourseStarted e ->
                    new Sentence(
                            "Kurs begann am "
                                    + e.startedOn()
                                    + " mit "
                                    + e.present()
                                    + " Personen.",
                            "Course began on "
                                    + e.startedOn()
                                    + " with "
                                    + e.present()
                                    + " people.");
            case ParticipantStarted e ->
                    new Sentence(
                            "Die Person begann den Kurs am " + e.startedOn() + ".",
                            "The person began the course on " + e.startedOn() + ".");
            case ParticipantMissing e ->
                    new Sentence(
                            "Die Person erschien am " + e.missedOn() + " nicht.",
                            "The person did not appear on " + e.missedOn() + ".");
            case CourseCancelled e ->
                    new Sentence(
                            "Kurs abgesagt: " + e.reason() + ".",
                            "Course cancelled: " + e.reason() + ".");
            case CourseCompleted e ->
                    new Sentence(
                            "Kurs beendet am " + e.completedOn() + ".",
                            "Course completed on " + e.completedOn() + ".");
        };
    }

    private static Sentence allocation(AllocationEvent event) {
        return switch (event) {
            case ReferralQueued e ->
                    new Sentence(
                            "Steht seit " + e.queuedOn() + " auf der Warteliste.",
                            "On the waiting list since " + e.queuedOn() + ".");
            case CapacitySet e ->
                    new Sentence(
                            "" + e.capacity() + " Plätze in Kraft.",
                            "" + e.capacity() + " places in force.");
            case RoundOpened e ->
                    new Sentence(
                            "Verteilrunde "
                                    + e.kind()
                                    + " am "
                                    + e.heldOn()
                                    + ", Regelwerk "
                                    + e.rulebookVersion()
                                    + ".",
                            "Clearing round "
                                    + e.kind()
                                    + " on "
                                    + e.heldOn()
                                    + ", rulebook "
                                    + e.rulebookVersion()
                                    + ".");
            case AllocationDecided e ->
                    new Sentence(
                            "Entscheidung der Verteilrunde: " + e.outcome() + ".",
                            "Decision of the clearing round: " + e.outcome() + ".");
            case RoundVerified e ->
                    new Sentence(
                            "Runde geprüft: "
                                    + e.offered()
                                    + " Angebote für "
                                    + e.waiting()
                                    + " Wartende.",
                            "Round verified: "
                                    + e.offered()
                                    + " offers for "
                                    + e.waiting()
                                    + " waiting.");
            case PlaceOffered e ->
                    new Sentence(
                            "Platz angeboten: Abschnitt "
                                    + e.section()
                                    + ", Beginn "
                                    + e.startsOn()
                                    + ".",
                            "Place offered: section "
                                    + e.section()
                                    + ", starting on "
                                    + e.startsOn()
                                    + ".");
            case OfferReached e ->
                    new Sentence(
                            "Das Angebot hat die Person erreicht.",
                            "The offer reached the person.");
            case PlaceAccepted e ->
                    new Sentence(
                            "Platz angenommen ("
                                    + e.answeredBy()
                                    + "), Beginn "
                                    + e.startsOn()
                                    + ".",
                            "Place accepted ("
                                    + e.answeredBy()
                                    + "), starting on "
                                    + e.startsOn()
                                    + ".");
            case PlaceDeclined e ->
                    new Sentence(
                            "Angebot abgelehnt (" + e.answeredBy() + "): " + e.reason() + ".",
                            "Offer declined (" + e.answeredBy() + "): " + e.reason() + ".");
            case OfferExpired e ->
                    new Sentence(
                            "Angebot abgelaufen: " + e.cause() + ".",
                            "Offer expired: " + e.cause() + ".");
            case OfferWithdrawn e ->
                    new Sentence(
                            "Angebot zurückgenommen: " + e.cause() + ".",
                            "Offer withdrawn: " + e.cause() + ".");
            case PlaceReleased e ->
                    new Sentence(
                            "Angenommener Platz wieder frei: " + e.cause() + ".",
                            "Accepted place free again: " + e.cause() + ".");
            case ProviderChanged e ->
                    new Sentence(
                            "Trägerwechsel: " + e.reason() + ".",
                            "Provider changed: " + e.reason() + ".");
            case ClockWarned e ->
                    new Sentence(
                            "Frist " + e.clock() + " läuft am " + e.due() + " ab.",
                            "Clock " + e.clock() + " is due on " + e.due() + ".");
            case ClockBreached e ->
                    new Sentence(
                            "Frist " + e.clock() + " vom " + e.due() + " überschritten.",
                            "Clock " + e.clock() + " of " + e.due() + " breached.");
            case OverrideGranted e ->
                    new Sentence(
                            "Härtefallentscheidung, bestätigt von " + e.secondBody() + ".",
                            "Hardship decision, confirmed by " + e.secondBody() + ".");
        };
    }

    private static Sentence notification(NotificationEvent event) {
        return switch (event) {
            case MessageSent e ->
                    new Sentence(
                            "Nachricht " + e.kind() + " versandt (" + e.channel() + ").",
                            "Message " + e.kind() + " sent (" + e.channel() + ").");
            case MessageReached e ->
                    new Sentence(
                            "Nachricht hat die Person erreicht: " + e.proof() + ".",
                            "Message reached the person: " + e.proof() + ".");
            case MessageFailed e ->
                    new Sentence(
                            "Nachricht nicht zugestellt (" + e.channel() + "): " + e.cause() + ".",
                            "Message not delivered (" + e.channel() + "): " + e.cause() + ".");
        };
    }
}
