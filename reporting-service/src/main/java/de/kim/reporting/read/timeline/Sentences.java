package de.kim.reporting.read.timeline;

import de.kim.events.AllocationEvent;
import de.kim.events.CourseEvent;
import de.kim.events.NotificationEvent;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.RulebookPublished;
import de.kim.events.Sealed;

/** One short sentence per public event, for timelines. */
final class Sentences {
    /** Said of an event of a type that this version does not know. */
    static final Sentence NOT_UNDERSTOOD =
            new Sentence(
                    "Ein Ereignis, das diese Version noch nicht kennt.",
                    "An event that this version does not know yet.");

    private Sentences() {}

    static Sentence of(PublicEvent event) {
        return switch (event) {
            case ReferralEvent e -> ReferralSentences.of(e);
            case CourseEvent e -> CourseSentences.of(e);
            case AllocationEvent e -> AllocationSentences.of(e);
            case NotificationEvent e -> MessageSentences.of(e);
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
}
