package de.kim.reporting.read.timeline;

import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;

/** What is said of providers and courses. */
final class CourseSentences {
    private CourseSentences() {}

    static Sentence of(CourseEvent event) {
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
}
