package de.kim.local.command;

import de.kim.local.Json;
import de.kim.local.Trouble;
import de.kim.local.api.Services;
import de.kim.local.load.ImportFile;
import de.kim.local.load.ImportReport;
import de.kim.local.load.Loader;
import de.kim.local.load.ResultFile;
import de.kim.local.story.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads providers, courses and referrals from files. */
@Command(
        name = "import",
        description =
                "Load CSV or JSON files, row by row; a bad row is reported with its line and the rest goes on.",
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nWhat a file holds is told by its columns (CSV, UTF-8, commas) or fields (JSON array):%n",
        footer = {
            "  providers  providerId,name,kind,courseTypes,from,until (and area,phone,email,website)",
            "  courses    providerId,courseType,sections,times,municipality,latitudeE6,longitudeE6,",
            "             accessible,childcare,womenOnly,online,places (and extent,helpLanguages,blocked)",
            "  referrals  body,surname,firstName,birthDate,fileNumber,centralNumber,email,phone,preferredLanguage,",
            "             postalAddress (street;post code;town, or empty),preferredChannel (or empty),gender,municipality,nationalityGroup,",
            "             languages,childcareNeeded,accessibilityNeeded,available,",
            "             legalBasis,entitledOn,lapsesOn,wishes,onlyWishes,consent,",
            "             testedOn,recommendedType,recommendedSection,dispensable (the test may be empty)",
            "             and birthPlace,nationalities,writingAbility,schooling,germanLevel,feeExempt,",
            "             testedSchooling,schoolYears,testedWritingAbility,firstLanguage,furtherLanguages,yearOfArrival",
            "             (JSON: as the objects registration and background; one of surname and firstName may be empty)",
            "Lists are parted by ; dates are 2026-11-23 or today+14 (born also 00.00.1990), times MON 08:30-12:30, sections number:begin/end.",
            "The same file again within a day changes nothing: after an interruption just import it again.",
            "A dry run asks the services what they would do with each row; the services store nothing. Courses",
            "need their provider to be there, test results their referral: those are tried when it is.",
            "Exit code 1: some row was not taken."
        })
public final class ImportCommand extends KimCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The files, in the order of loading.")
    private List<Path> files = List.of();

    @Option(
            names = "--dry-run",
            description = "Only say what would become of each row; nothing is stored.")
    private boolean dryRun;

    @Option(
            names = "--result",
            paramLabel = "FILE",
            description = "Write what became of each row to this CSV file.")
    private @Nullable Path result;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        for (var file : files) {
            if (!Files.isReadable(file)) {
                throw new Trouble(
                        "%s cannot be read.".formatted(file),
                        "Check the name and the permissions.");
            }
        }
        var reports = load();
        if (result != null) {
            ResultFile.write(result, reports);
        }
        out().println(json ? Json.text(reports) : text(reports));
        return reports.stream().allMatch(report -> report.rejected().isEmpty()) ? 0 : 1;
    }

    private List<ImportReport> load() {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        var reports = new ArrayList<ImportReport>();
        try (var console = new Console()) {
            var api = Services.of(kim().stack().status(), console);
            var all = new Loader(api, console, Sample.bodies());
            var loader = dryRun ? all.dryRun() : all;
            for (var file : files) {
                reports.add(loader.load(ImportFile.read(file, today)));
            }
        }
        return reports;
    }

    private static String text(List<ImportReport> reports) {
        var text = new StringBuilder();
        for (var report : reports) {
            text.append(
                    "%s: %d rows %s (%d of them were there already), %d not%n"
                            .formatted(
                                    report.file(),
                                    report.taken(),
                                    report.dryRun() ? "would be taken" : "taken",
                                    report.alreadyThere(),
                                    report.rejected().size()));
            report.rejected()
                    .forEach(
                            row -> text.append("  line %d: %s%n".formatted(row.line(), row.why())));
        }
        return text.toString().stripTrailing();
    }
}
