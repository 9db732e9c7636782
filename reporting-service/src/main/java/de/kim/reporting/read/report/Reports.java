package de.kim.reporting.read.report;

import de.kim.audit.report.Report;
import de.kim.audit.report.ReportFacts;
import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.LedgerPast;
import de.kim.reporting.read.ReportSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a report needs, all at one instant, and makes it. */
@Component
public class Reports {
    private final ReportSource source;
    private final LedgerPast past;
    private final HeavyWork heavy;

    public Reports(ReportSource source, LedgerPast past, HeavyWork heavy) {
        this.source = source;
        this.past = past;
        this.heavy = heavy;
    }

    public Report report(Period period) {
        return of(source.read(period.from(), period.until()), period);
    }

    /**
     * The report as it was at an instant; now, when none is said.
     *
     * @throws Refused AS_OF_INVALID, REPORT_BUSY
     */
    Report report(Period period, @Nullable Instant asOf) {
        if (asOf == null) {
            return report(period);
        }
        long size = past.sizeAt(asOf);
        return heavy.alone(() -> of(past.read(size, period.from(), period.until()), period));
    }

    private static Report of(ReportFacts facts, Period period) {
        return facts.report(period.from(), period.until());
    }
}
