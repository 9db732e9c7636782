package de.kim.reporting;

import de.kim.events.AllocationEvent;
import de.kim.events.CourseEvent;
import de.kim.events.Envelope;
import de.kim.events.NotificationEvent;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import de.kim.reporting.read.ReportProjection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reporting-service hears everything. What each event means for the report is decided, event by
 * event, in {@code ReportFold}.
 */
@Component
public class Inbox implements InDoor {
    private final ReportProjection report;

    public Inbox(ReportProjection report) {
        this.report = report;
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.allOf(Topic.class);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case ReferralEvent heard -> keep(envelope);
            case CourseEvent heard -> keep(envelope);
            case AllocationEvent heard -> keep(envelope);
            case NotificationEvent heard -> keep(envelope);
            case RulebookEvent heard -> keep(envelope);
            case Sealed heard -> keep(envelope);
        };
    }

    private Heard keep(Envelope envelope) {
        report.project(envelope);
        return Heard.HANDLED;
    }

    @Override
    public void profile(Profile profile) {
        report.project(profile);
    }

    @Override
    public void profileErased(UUID referralId) {
        report.erase(referralId);
    }
}
