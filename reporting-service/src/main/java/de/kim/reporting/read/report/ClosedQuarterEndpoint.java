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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quarters are closed, and then their reports are for all partners. */
@RestController
public class ClosedQuarterEndpoint {
    private final ClosedQuarters quarters;
    private final Reports reports;
    private final ReportForms forms;

    public ClosedQuarterEndpoint(ClosedQuarters quarters, Reports reports, ReportForms forms) {
        this.quarters = quarters;
        this.reports = reports;
        this.forms = forms;
    }

    /** The newest first; there are four a year. */
    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/quarters")
    public List<ClosedQuarter> all() {
        return quarters.all();
    }

    /** Closes a quarter that is over at the present checkpoint; what comes later corrects it. */
    @Allow(Role.COORDINATOR)
    @PostMapping("/api/report/quarters/{quarter}/closing")
    public ClosedQuarter close(@PathVariable String quarter, Actor actor) {
        return quarters.close(quarter, actor.body());
    }

    /** The report as it was when the quarter was closed. */
    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/quarters/{quarter}")
    public Report report(@PathVariable String quarter, Actor actor) {
        return quarters.report(quarter).seenBy(actor.confinedTo());
    }

    /** The same as csv, html, pdf or xlsx; json too. */
    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/quarters/{quarter}/report.{form}")
    public ResponseEntity<?> file(
            @PathVariable("quarter") String quarter,
            @PathVariable("form") String form,
            @RequestParam(required = false) @Nullable String lang,
            Actor actor,
            HttpServletRequest request) {
        if (form.equals("json")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(report(quarter, actor));
        }
        Form asked = Form.ofEnding(form).orElseThrow(() -> new Refused(WebRefusal.NOT_FOUND));
        return forms.answer(asked, lang, request, () -> sheets(quarter));
    }

    /** The figures in the order of the BAMF's tables, as csv, html, pdf or xlsx. */
    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/quarters/{quarter}/bamf.{form}")
    public ResponseEntity<byte[]> bamf(
            @PathVariable("quarter") String quarter,
            @PathVariable("form") String form,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        Form asked = Form.ofEnding(form).orElseThrow(() -> new Refused(WebRefusal.NOT_FOUND));
        ClosedQuarter closed = quarters.of(quarter);
        return forms.answer(
                asked,
                lang,
                request,
                () ->
                        ReportSheets.forBamf(quarters.report(quarter))
                                .closed(closed.closedAt(), closed.size(), closed.root()));
    }

    private ReportSheets sheets(String quarter) {
        ClosedQuarter closed = quarters.of(quarter);
        return ReportSheets.of(quarters.report(quarter))
                .closed(closed.closedAt(), closed.size(), closed.root());
    }

    /** What came later. Not for partners: the differences would show what is hidden. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/quarters/{quarter}/corrections")
    public Corrections corrections(@PathVariable String quarter) {
        ClosedQuarter closed = quarters.of(quarter);
        Report now = reports.report(Period.ofQuarter(quarter));
        return Corrections.between(
                closed,
                ReportSheets.of(quarters.report(quarter)),
                now.asOf(),
                ReportSheets.of(now));
    }
}
