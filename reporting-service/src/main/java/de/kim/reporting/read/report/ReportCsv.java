package de.kim.reporting.read.report;

import de.kim.audit.report.Breakdown;
import de.kim.audit.report.Funnel;
import de.kim.audit.report.Report;
import de.kim.audit.report.Utilisation;
import de.kim.audit.report.WaitingClock;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report as CSV (RFC 4180): table, group, figure, value; empty when suppressed.
 */
final class ReportCsv {
    private final StringBuilder lines = new StringBuilder("table,group,figure,value\r\n");

    private ReportCsv() {}

    static String of(Report report) {
        ReportCsv csv = new ReportCsv();
        csv.line("report", "", "definitionsVersion", report.definitionsVersion());
        csv.line("report", "", "from", report.from());
        csv.line("report", "", "until", report.until());
        csv.line("report", "", "asOf", report.asOf());
        csv.line("report", "", "day", report.day());
        csv.funnel("funnel", "", report.funnel());
        report.losses().forEach(loss -> csv.line("losses", loss.code(), "count", loss.count()));
        csv.line("waiting", "", "count", report.waiting().count());
        report.waiting()
                .reasons()
                .forEach(reason -> csv.line("waiting", reason.code(), "count", reason.count()));
        csv.clocks(report.clocks());
        report.breakdowns().forEach(csv::breakdown);
        csv.places("total", report.utilisation().total());
        report.utilisation()
                .providers()
                .forEach(provider -> csv.places(provider.providerId(), provider.places()));
        return csv.lines.toString();
    }

    private void funnel(String table, String group, Funnel funnel) {
        line(table, group, "referred", funnel.referred());
        line(table, group, "tested", funnel.tested());
        line(table, group, "offered", funnel.offered());
        line(table, group, "accepted", funnel.accepted());
        line(table, group, "started", funnel.started());
        line(table, group, "completed", funnel.completed());
    }

    private void clocks(Report.Clocks clocks) {
        clock("clocks", "waitingTime", clocks.waitingTime());
        clock("clocks", "plannedWaitingTime", clocks.plannedWaitingTime());
        clock("clocks", "accessTime", clocks.accessTime());
        clock("clocks", "referralToOffer", clocks.referralToOffer());
        clock("clocks", "offerToAcceptance", clocks.offerToAcceptance());
        clock("clocks", "acceptanceToStart", clocks.acceptanceToStart());
    }

    private void clock(String table, String group, WaitingClock clock) {
        line(table, group, "finished", clock.finished());
        line(table, group, "stillWaiting", clock.stillWaiting());
        line(table, group, "median", clock.median());
        line(table, group, "mean", clock.mean());
        line(table, group, "p90", clock.p90());
        line(table, group, "estimatedMedian", clock.estimatedMedian());
        line(table, group, "estimatedP90", clock.estimatedP90());
        line(table, group, "atRiskAtMedian", clock.atRiskAtMedian());
    }

    private void breakdown(Breakdown breakdown) {
        for (Breakdown.Group group : breakdown.groups()) {
            funnel(breakdown.by(), group.group(), group.funnel());
            clock(breakdown.by(), group.group(), group.waitingTime());
        }
    }

    private void places(String group, Utilisation.Places places) {
        line("utilisation", group, "courses", places.courses());
        line("utilisation", group, "capacity", places.capacity());
        line("utilisation", group, "offered", places.offered());
        line("utilisation", group, "accepted", places.accepted());
        line("utilisation", group, "started", places.started());
        line("utilisation", group, "free", places.free());
    }

    /** Codes, days and numbers: nothing that would need quotes. */
    private void line(String table, String group, String figure, @Nullable Object value) {
        lines.append(table).append(',').append(group).append(',').append(figure).append(',');
        lines.append(value == null ? "" : value).append("\r\n");
    }
}
