package de.kim.local.command;

import de.kim.local.Trouble;
import de.kim.local.api.Api;
import de.kim.local.api.Services;
import de.kim.local.issuer.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the transparency report from a running stack, in one of its forms. */
@Command(
        name = "report",
        description = "Write the transparency report of a quarter.",
        mixinStandardHelpOptions = true,
        footer = "Without -o json, csv and html are printed.")
public final class ReportCommand extends KimCommand {
    private static final List<String> FORMS = List.of("json", "csv", "html", "pdf", "xlsx");
    private static final List<String> PRINTABLE = FORMS.subList(0, 3);

    @Option(
            names = "--quarter",
            required = true,
            paramLabel = "QUARTER",
            description = "Such as 2026Q4.")
    private String quarter = "";

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description =
                    "json, csv, html, pdf or xlsx; when not said the ending of FILE, else json.")
    private @Nullable String form;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; a file of this name is replaced.")
    private @Nullable Path file;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "de",
            description = "de or en, for page, PDF and workbook.")
    private String language = "de";

    @Option(
            names = "--provider",
            paramLabel = "ID",
            description = "The page of one provider, such as traeger-01, instead of the report.")
    private @Nullable String provider;

    @Option(
            names = "--bamf",
            description = "The figures in the order of the BAMF's tables: csv, html, pdf or xlsx.")
    private boolean bamf;

    @Option(
            names = "--closed",
            description = "As it was when the quarter was closed, instead of as it is now.")
    private boolean closed;

    @Override
    public Integer call() {
        if (!quarter.matches("20\\d\\dQ[1-4]")) {
            throw wrong("A quarter is written like 2026Q4.");
        }
        if (provider != null && !provider.matches("[a-z0-9-]+")) {
            throw wrong("A provider is written like traeger-01.");
        }
        if (bamf && provider != null) {
            throw wrong("Say --bamf or --provider, not both.");
        }
        if (!List.of("de", "en").contains(language)) {
            throw wrong("A language is de or en.");
        }
        var asked = askedForm();
        if (!FORMS.contains(asked)) {
            throw wrong("A form is json, csv, html, pdf or xlsx.");
        }
        if (bamf && asked.equals("json")) {
            throw wrong("Say with --form or -o whether it is csv, html, pdf or xlsx.");
        }
        if (file == null && !PRINTABLE.contains(asked)) {
            throw wrong("Say with -o where the " + asked + " is written.");
        }
        if (file != null
                && !Files.isDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            throw wrong("There is no folder for " + file + ".");
        }
        try (var console = new Console()) {
            var api = Services.of(kim().stack().status(), console);
            if (file == null) {
                out().print(text(api, path(asked)));
                out().flush();
            } else {
                download(api, path(asked), file);
                out().println(file);
            }
        }
        return 0;
    }

    private String askedForm() {
        if (form != null) {
            return form;
        }
        var name = file == null ? "" : String.valueOf(file.getFileName());
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "json";
    }

    private String path(String asked) {
        if (provider != null) {
            return closed
                    ? "/api/report/quarters/%s/providers/%s/report.%s?lang=%s"
                            .formatted(quarter, provider, asked, language)
                    : "/api/report/providers/%s/report.%s?quarter=%s&lang=%s"
                            .formatted(provider, asked, quarter, language);
        }
        if (bamf) {
            return closed
                    ? "/api/report/quarters/%s/bamf.%s?lang=%s".formatted(quarter, asked, language)
                    : "/api/report/bamf.%s?quarter=%s&lang=%s".formatted(asked, quarter, language);
        }
        return closed
                ? "/api/report/quarters/%s/report.%s?lang=%s".formatted(quarter, asked, language)
                : path(quarter, asked, language);
    }

    /** Where a report of this quarter as it is now is got from reporting-service. */
    static String path(String quarter, String form, String language) {
        return "/api/report.%s?quarter=%s&lang=%s".formatted(form, quarter, language);
    }

    static void download(Api api, String path, Path file) {
        api.download("reporting-service", path, Accounts.COORDINATOR, file);
    }

    private static String text(Api api, String path) {
        try {
            var folder = Files.createTempDirectory("kim-report");
            var file = folder.resolve("report");
            try {
                download(api, path, file);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new Trouble("The report cannot be kept for a moment.", "Check the disk.", e);
        }
    }
}
