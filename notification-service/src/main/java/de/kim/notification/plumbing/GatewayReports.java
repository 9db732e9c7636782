package de.kim.notification.plumbing;

import de.kim.kit.refusal.Refused;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.SmsSettings;
import de.kim.notification.write.NotificationRefusal;
import de.kim.notification.write.PlanMessage;
import de.kim.notification.write.RecordBounce;
import de.kim.notification.write.RecordDelivery;
import de.kim.notification.write.SmsReport;
import de.kim.notification.write.SmsReports;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records what the gateway reports: that the telephone has an SMS, which proves no reach, or that
 * it never will, and then the next channel follows. Signature and effect commit together.
 */
@Component
class GatewayReports implements SmsReports {
    private final JdbcClient jdbc;
    private final RootUnitOfWork roots;
    private final Undelivered undelivered;
    private final Ways ways;
    private final SmsSettings settings;
    private final Clock clock;

    GatewayReports(
            JdbcClient jdbc,
            RootUnitOfWork roots,
            Undelivered undelivered,
            Ways ways,
            SmsSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.undelivered = undelivered;
        this.ways = ways;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void record(SmsReport report, byte[] signature) {
        MessageRow sms = sms(report.id());
        List<PlanMessage> instead =
                report.state() == SmsReport.State.FAILED ? ways.instead(sms) : List.of();
        roots.callRetrying(
                sms.story().metadata(),
                () -> {
                    takeOnce(signature);
                    return switch (report.state()) {
                        case DELIVERED ->
                                roots.attempt(new RecordDelivery(report.id(), report.at()));
                        case FAILED ->
                                undelivered.recordWithin(
                                        sms, new RecordBounce(report.id()), instead);
                    };
                });
    }

    private MessageRow sms(UUID messageId) {
        return jdbc.sql("select * from message where message_id = ? and channel = 'SMS'")
                .param(messageId)
                .query((row, number) -> MessageRow.of(row))
                .optional()
                .orElseThrow(() -> new Refused(NotificationRefusal.MESSAGE_NOT_FOUND));
    }

    /** Those that are too old to be taken again need not be remembered. */
    private void takeOnce(byte[] signature) {
        Instant now = clock.instant();
        jdbc.sql("delete from sms_report where reported_at < ?")
                .param(now.minus(settings.replayWindow().multipliedBy(3)).atOffset(ZoneOffset.UTC))
                .update();
        int taken =
                jdbc.sql(
                                """
                                insert into sms_report (signature, reported_at) values (?, ?)
                                on conflict (signature) do nothing
                                """)
                        .params(signature, now.atOffset(ZoneOffset.UTC))
                        .update();
        if (taken == 0) {
            throw new Refused(NotificationRefusal.SMS_REPORT_REPLAYED);
        }
    }
}
