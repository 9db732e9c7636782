package de.kim.reporting.read.report;

import de.kim.audit.report.Breakdown;
import de.kim.audit.report.Definition;
import de.kim.audit.report.ProviderPage;
import de.kim.audit.report.Report;
import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.ReportingRefusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One provider's page of a report.
 *
 * @param asOf how many events of the ledger it rests on
 * @param people of the provider, as the report's own table says; null when there were none
 */
public record ProviderReport(
        int definitionsVersion,
        LocalDate from,
        LocalDate until,
        long asOf,
        LocalDate day,
        ProviderPage page,
        Breakdown.@Nullable Group people,
        List<Definition> definitions) {
    public ProviderReport {
        definitions = List.copyOf(definitions);
    }

    static ProviderReport of(Report report, String provider) {
        return new ProviderReport(
                report.definitionsVersion(),
                report.from(),
                report.until(),
                report.asOf(),
                report.day(),
                page(report, provider),
                report.breakdowns().stream()
                        .filter(table -> table.by().equals("provider"))
                        .flatMap(table -> table.groups().stream())
                        .filter(group -> group.group().equals(provider))
                        .findFirst()
                        .orElse(null),
                report.definitions());
    }

    /**
     * @throws Refused PROVIDER_UNKNOWN, also when it is another provider's and not to be seen
     */
    static ProviderPage page(Report report, String provider) {
        return report.providerPages().stream()
                .filter(page -> page.providerId().equals(provider))
                .findFirst()
                .orElseThrow(() -> new Refused(ReportingRefusal.PROVIDER_UNKNOWN));
    }
}
