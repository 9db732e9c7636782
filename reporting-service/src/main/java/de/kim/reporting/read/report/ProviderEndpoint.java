package de.kim.reporting.read.report;

import de.kim.audit.report.Report;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.WebRefusal;
import de.kim.reporting.read.report.sheet.Form;
import de.kim.reporting.read.report.sheet.ReportSheets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Each provider's own page as evidence for its admission. A provider gets its own, of closed
 * quarters; the network's office and auditors get all.
 */
@RestController
public class ProviderEndpoint {
    private final Reports reports;
    private final ClosedQuarters quarters;
    private final ReportForms forms;
    private final Clock clock;

    public ProviderEndpoint(
            Reports reports, ClosedQuarters quarters, ReportForms forms, Clock clock) {
        this.reports = reports;
        this.quarters = quarters;
        this.forms = forms;
        this.clock = clock;
    }

    /** As it was when the quarter was closed. */
    @Allow({Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/quarters/{quarter}/providers/{id}")
    public ProviderReport page(
            @PathVariable("quarter") String quarter, @PathVariable("id") String id, Actor actor) {
        return ProviderReport.of(quarters.report(quarter).seenBy(actor.confinedTo()), id);
    }

    /** The same as json, csv, html, pdf or xlsx. */
    @Allow({Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/quarters/{quarter}/providers/{id}/report.{form}")
    public ResponseEntity<?> file(
            @PathVariable("quarter") String quarter,
            @PathVariable("id") String id,
            @PathVariable("form") String form,
            @RequestParam(required = false) @Nullable String lang,
            Actor actor,
            HttpServletRequest request) {
        ClosedQuarter closed = quarters.of(quarter);
        Report report = quarters.report(quarter).seenBy(actor.confinedTo());
        return answer(
                report,
                id,
                form,
                lang,
                request,
                sheets -> sheets.closed(closed.closedAt(), closed.size(), closed.root()));
    }

    /** Of a quarter that is not closed. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/providers/{id}/report.{form}")
    public ResponseEntity<?> open(
            @PathVariable("id") String id,
            @PathVariable("form") String form,
            @ParameterObject ReportQuery query,
            HttpServletRequest request) {
        Report report = reports.report(query.period(LocalDate.now(clock)), query.asOf());
        return answer(report, id, form, query.lang(), request, ReportSheets::open);
    }

    private ResponseEntity<?> answer(
            Report report,
            String id,
            String form,
            @Nullable String lang,
            HttpServletRequest request,
            UnaryOperator<ReportSheets> state) {
        if (form.equals("json")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ProviderReport.of(report, id));
        }
        Form asked = Form.ofEnding(form).orElseThrow(() -> new Refused(WebRefusal.NOT_FOUND));
        return forms.answer(
                asked,
                lang,
                request,
                () -> state.apply(ReportSheets.of(report, ProviderReport.page(report, id))));
    }
}
