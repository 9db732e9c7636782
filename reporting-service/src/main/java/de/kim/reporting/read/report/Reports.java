package de.kim.reporting.read.report;

import de.kim.audit.report.Report;
import de.kim.reporting.read.ReportSource;
import org.springframework.stereotype.Component;

/** Reads what a report needs, all at one instant, and makes it. */
@Component
public class Reports {
    private final ReportSource source;

    public Reports(ReportSource source) {
        this.source = source;
    }

    public Report report(Period period) {
        return source.read(period.from(), period.until()).report(period.from(), period.until());
    }
}
