package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What goes wrong where the report is read and quarters are closed. */
record ReportMistakes(LocalDate today) {
    List<Mistake> all() {
        return List.of(
                reading("PERIOD_IN_FUTURE", "/api/report?quarter=2099Q4"),
                reading("PROVIDER_UNKNOWN", "/api/report/providers/nobody/report.csv"),
                reading("FIGURE_UNKNOWN", "/api/report/figures/nothing/events"),
                reading("AS_OF_INVALID", "/api/report?quarter=2026Q3&asOf=2000-01-01T00:00:00Z"),
                reading("QUARTER_NOT_CLOSED", "/api/report/quarters/" + quarter()),
                new Mistake(
                        Desk.REPORTING,
                        "QUARTER_NOT_OVER",
                        Accounts.COORDINATOR,
                        "/api/report/quarters/" + quarter() + "/closing",
                        Map.of()));
    }

    private static Mistake reading(String code, String path) {
        return new Mistake(Desk.REPORTING, code, Accounts.COORDINATOR, path);
    }

    private String quarter() {
        return "%dQ%d".formatted(today.getYear(), (today.getMonthValue() + 2) / 3);
    }
}
