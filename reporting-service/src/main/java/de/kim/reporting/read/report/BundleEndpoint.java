package de.kim.reporting.read.report;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit bundle of a quarter: what an auditor checks without this server. */
@RestController
public class BundleEndpoint {
    private final Bundles bundles;

    public BundleEndpoint(Bundles bundles) {
        this.bundles = bundles;
    }

    /** One zip, as docs/audit-format.md says; a zip that was cut off was not finished. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/ledger/bundle", produces = "application/zip")
    public void bundle(@RequestParam String quarter, HttpServletResponse response) {
        Period period = Period.ofQuarter(quarter);
        bundles.write(
                quarter,
                period,
                () -> {
                    response.setContentType("application/zip");
                    response.setHeader(
                            "Content-Disposition",
                            "attachment; filename=\"kim-audit-" + quarter + ".zip\"");
                    return response.getOutputStream();
                });
    }
}
