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
import de.kim.kit.door.LedgerDoor;
import de.kim.kit.door.RawEvent;
import de.kim.reporting.read.Ledger;
import de.kim.reporting.read.ReportProjection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reporting-service hears everything, and keeps it in the ledger. What each event means for the
 * report is decided, event by event, in {@code ReportFold}.
 */
@Component
public class Inbox implements LedgerDoor {
    private final Ledger ledger;
    private final ReportProjection report;

    public Inbox(Ledger ledger, ReportProjection report) {
        this.ledger = ledger;
        this.report = report;
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.allOf(Topic.class);
    }

    @Override
    public void keep(RawEvent event, @Nullable PublicEvent known) {
        ledger.append(event, known);
    }

    @Override
    public void again(RawEvent event) {
        ledger.compare(event);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case ReferralEvent heard -> show(envelope);
            case CourseEvent heard -> show(envelope);
            case AllocationEvent heard -> show(envelope);
            case NotificationEvent heard -> show(envelope);
            case RulebookEvent heard -> show(envelope);
            case Sealed heard -> show(envelope);
        };
    }

    private Heard show(Envelope envelope) {
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
