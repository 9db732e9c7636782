package de.kim.catalog;

import static de.kim.kit.door.Saying.publish;
import static de.kim.kit.door.Saying.staysHere;

import de.kim.catalog.write.CatalogHistory;
import de.kim.catalog.write.CourseHistory;
import de.kim.catalog.write.ProviderHistory;
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
import de.kim.kit.door.OutDoor;
import de.kim.kit.door.Saying;
import org.springframework.stereotype.Component;

/** Every public event this service says, on {@code kim.courses}. */
@Component
public class Outbox implements OutDoor<CatalogHistory> {
    @Override
    public Class<CatalogHistory> stored() {
        return CatalogHistory.class;
    }

    @Override
    public Saying say(CatalogHistory event) {
        return switch (event) {
            case ProviderHistory provider -> publish(of(provider));
            case CourseHistory course -> of(course);
        };
    }

    private static CourseEvent of(ProviderHistory event) {
        return switch (event) {
            case ProviderHistory.Admitted it ->
                    new ProviderAdmitted(
                            it.providerId(),
                            it.name(),
                            it.courseTypes(),
                            it.kind(),
                            it.from(),
                            it.until(),
                            it.online(),
                            it.area());
            case ProviderHistory.AdmissionEnded it ->
                    new ProviderAdmissionEnded(it.providerId(), it.endedOn(), it.reason());
        };
    }

    private static Saying of(CourseHistory event) {
        return switch (event) {
            case CourseHistory.Scheduled it -> publish(scheduled(it));
            case CourseHistory.Rescheduled it -> publish(rescheduled(it));
            // shown with the course; nobody decides by it
            case CourseHistory.HelpLanguagesChanged it -> staysHere();
            case CourseHistory.PlacesChanged it ->
                    publish(new PlacesChanged(it.courseId(), it.places(), it.blocked()));
            case CourseHistory.PlacesConfirmed it ->
                    publish(
                            new PlacesConfirmed(
                                    it.courseId(),
                                    it.places(),
                                    it.confirmedOn(),
                                    it.blocked(),
                                    it.confirmedBy()));
            case CourseHistory.Started it ->
                    publish(new CourseStarted(it.courseId(), it.startedOn(), it.present()));
            case CourseHistory.ParticipantStarted it ->
                    publish(new ParticipantStarted(it.courseId(), it.referralId(), it.startedOn()));
            case CourseHistory.ParticipantMissing it ->
                    publish(new ParticipantMissing(it.courseId(), it.referralId(), it.missedOn()));
            case CourseHistory.Cancelled it ->
                    publish(new CourseCancelled(it.courseId(), it.reason()));
            case CourseHistory.Completed it ->
                    publish(new CourseCompleted(it.courseId(), it.completedOn()));
        };
    }

    private static CourseRescheduled rescheduled(CourseHistory.Rescheduled it) {
        return new CourseRescheduled(
                it.courseId(),
                it.sections(),
                it.times(),
                it.venue(),
                it.interruptions(),
                it.extent(),
                it.childcare(),
                it.womenOnly(),
                it.online());
    }

    private static CourseScheduled scheduled(CourseHistory.Scheduled it) {
        return new CourseScheduled(
                it.courseId(),
                it.providerId(),
                it.courseType(),
                it.sections(),
                it.times(),
                it.venue(),
                it.childcare(),
                it.womenOnly(),
                it.online(),
                it.places(),
                it.interruptions(),
                it.extent(),
                it.blocked());
    }
}
