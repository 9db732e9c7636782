package de.kim.notification.write;

import de.kim.kit.access.Public;
import de.kim.kit.refusal.Refused;
import de.kim.notification.read.SmsSignature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the SMS gateway says of a message (docs/sms-gateway.md). 401 SMS_SIGNATURE_WRONG, also when
 * it is too old; 400 SMS_REPORT_MALFORMED; 404 MESSAGE_NOT_FOUND; 409 SMS_REPORT_REPLAYED. A report
 * that is signed anew and says what is known already is taken.
 */
@RestController
class SmsReportEndpoint {
    private static final Duration AHEAD = Duration.ofHours(1);

    /** Networks try for days; a report of last year is a mistake. */
    private static final Duration OLDEST = Duration.ofDays(60);

    private final SmsSignature signature;
    private final SmsReports reports;
    private final Clock clock;

    SmsReportEndpoint(SmsSignature signature, SmsReports reports, Clock clock) {
        this.signature = signature;
        this.reports = reports;
        this.clock = clock;
    }

    /** Not below {@code /api}: the signature stands for the sign-in and the key. */
    @Public("the gateway signs its reports with the secret that it shares with this service")
    @PostMapping("/sms/reports")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(
            @RequestHeader(name = SmsSignature.TIME, required = false) @Nullable String time,
            @RequestHeader(name = SmsSignature.SIGNATURE, required = false) @Nullable String said,
            HttpServletRequest request)
            throws IOException {
        // as it came: a signature is one of bytes
        byte[] body = request.getInputStream().readAllBytes();
        byte[] signed =
                signature
                        .check(time, said, body)
                        .orElseThrow(() -> new Refused(NotificationRefusal.SMS_SIGNATURE_WRONG));
        SmsReport report = read(body);
        Instant now = clock.instant();
        if (report.at().isAfter(now.plus(AHEAD)) || report.at().isBefore(now.minus(OLDEST))) {
            throw new Refused(NotificationRefusal.SMS_REPORT_MALFORMED);
        }
        reports.record(report, signed);
    }

    private static SmsReport read(byte[] body) {
        try {
            JsonNode report = JsonMapper.shared().readTree(body);
            return new SmsReport(
                    UUID.fromString(report.path("id").asString("")),
                    SmsReport.State.valueOf(report.path("state").asString("")),
                    Instant.parse(report.path("at").asString("")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new Refused(NotificationRefusal.SMS_REPORT_MALFORMED);
        }
    }
}
