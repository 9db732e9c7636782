package de.kim.reporting.read.timeline;

import de.kim.events.AllocationDecided;
import de.kim.events.AllocationEvent;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockWarned;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.OfferWithdrawn;
import de.kim.events.OverrideGranted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.ProviderChanged;
import de.kim.events.ReferralQueued;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;

/** What is said of places. */
final class AllocationSentences {
    private AllocationSentences() {}

    static Sentence of(AllocationEvent event) {
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
}
