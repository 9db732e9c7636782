package de.kim.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.local.Progress;
import de.kim.local.api.Api;
import de.kim.local.load.ImportFile;
import de.kim.local.load.ImportReport;
import de.kim.local.load.Loader;
import de.kim.local.load.RowResult;
import de.kim.local.load.RowResult.Outcome;
import de.kim.local.story.Sample;
import de.kim.system.Invented;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A file that is tried, loaded, and loaded again after an interruption. */
final class TriedImport {
    private static final String BODY = "massarbeit";

    private final Api api;
    private final ImportFile file;

    TriedImport(Api api, LocalDate today) {
        this.api = api;
        var rows = List.of(row(today, "ENTITLED_44_1"), row(today, "ADMITTED_44_4"));
        file = ImportFile.parse("two.json", JsonMapper.shared().writeValueAsString(rows), today);
    }

    void happens() {
        var loader = new Loader(api, Progress.SILENT, Sample.bodies());

        var tried = loader.dryRun().load(file);
        assertThat(outcomes(tried)).containsExactly(Outcome.TAKEN, Outcome.REFUSED);
        assertThat(tried.rows().getLast().why()).startsWith("LEGAL_BASIS_CLOSED");
        assertThat(referrals()).isZero();

        var loaded = loader.load(file);
        assertThat(outcomes(loaded)).containsExactly(Outcome.TAKEN, Outcome.REFUSED);
        assertThat(loaded.rows().getFirst().id()).isNotEmpty();

        var again = loader.load(file);
        assertThat(outcomes(again)).containsExactly(Outcome.ALREADY_THERE, Outcome.REFUSED);
        assertThat(again.rows().getFirst().id()).isEqualTo(loaded.rows().getFirst().id());
        assertThat(referrals()).isEqualTo(1);
    }

    private int referrals() {
        return api.get("referral-service", "/api/referrals", BODY).json().path("items").size();
    }

    private static List<Outcome> outcomes(ImportReport report) {
        return report.rows().stream().map(RowResult::outcome).toList();
    }

    private static Map<String, Object> row(LocalDate today, String legalBasis) {
        var row = new HashMap<>(Invented.person(today));
        row.put("body", BODY);
        row.put("surname", "Importmuster");
        row.put("birthDate", "1988-03-04");
        row.put("legalBasis", legalBasis);
        return row;
    }
}
