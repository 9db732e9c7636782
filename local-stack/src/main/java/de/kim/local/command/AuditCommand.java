package de.kim.local.command;

import de.kim.audit.bundle.AuditResult;
import de.kim.audit.bundle.BundleCompletion.Completed;
import de.kim.audit.bundle.BundleCounterfactual;
import de.kim.audit.bundle.BundleVerifier;
import de.kim.audit.bundle.Receipt;
import de.kim.audit.bundle.ReceiptVerifier;
import de.kim.audit.bundle.RulebookFile;
import de.kim.audit.note.PublicKeyLine;
import de.kim.events.Rulebook;
import de.kim.local.Json;
import de.kim.local.Progress;
import de.kim.local.Trouble;
import de.kim.local.api.Api;
import de.kim.local.api.AuditCase;
import de.kim.local.api.AuditFiles;
import de.kim.local.api.Services;
import de.kim.rules.InvalidRound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an audit bundle from a running stack, and checks one without any. */
@Command(
        name = "audit",
        description = "Export what proves a quarter, and check it offline.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = "What stands in a bundle: docs/audit-format.md.")
public final class AuditCommand extends KimCommand {
    private static final String QUARTER = "20\\d\\dQ[1-4]";

    @Override
    public Integer call() {
        throw wrong("Say what to do: export, receipt, verify or counterfactual.");
    }

    /** Writes the bundle of a quarter to a file; a file of this name is replaced. */
    @Command(
            name = "export",
            description = "Write the audit bundle of a quarter to a file.",
            mixinStandardHelpOptions = true)
    int export(
            @Option(
                            names = "--quarter",
                            required = true,
                            paramLabel = "QUARTER",
                            description = "Such as 2026Q4.")
                    String quarter,
            @Option(
                            names = {"-o", "--output"},
                            required = true,
                            paramLabel = "FILE",
                            description = "Where to write it.")
                    Path file,
            @Option(
                            names = "--purpose",
                            paramLabel = "TEXT",
                            description =
                                    "What for: it is logged, and shown to the bodies whose"
                                            + " referrals are looked at.")
                    @Nullable String purpose,
            @Option(
                            names = "--without-inputs",
                            description =
                                    "Leave out what rounds rested on, which holds people's"
                                            + " attributes: rounds are then not decided again.")
                    boolean withoutInputs) {
        if (!quarter.matches(QUARTER)) {
            throw wrong("A quarter is written like 2026Q4.");
        }
        if (!Files.isDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            throw wrong("There is no folder for " + file + ".");
        }
        try (var console = new Console()) {
            var api = Services.of(kim().stack().status(), console);
            openCase(
                    api,
                    console,
                    purpose,
                    "Export of the audit bundle of %s on the command line".formatted(quarter));
            if (withoutInputs) {
                AuditFiles.ledger(api, quarter, file);
            } else {
                tell(AuditFiles.bundle(api, quarter, file));
            }
        }
        out().println(file);
        return 0;
    }

    /** Writes what proves one decision and shows nobody else. */
    @Command(
            name = "receipt",
            description = "Write the receipt of the last decision on a referral.",
            mixinStandardHelpOptions = true,
            footer = "audit verify checks it.")
    int receipt(
            @Parameters(paramLabel = "REFERRAL", description = "The referral's id.")
                    String referral,
            @Option(
                            names = "--purpose",
                            paramLabel = "TEXT",
                            description =
                                    "What for: it is logged, and shown to the bodies whose"
                                            + " referrals are looked at.")
                    @Nullable String purpose,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "Where to write it; else it is printed.")
                    @Nullable Path file) {
        UUID referralId;
        try {
            referralId = UUID.fromString(referral);
        } catch (IllegalArgumentException e) {
            throw wrong("A referral is named by its id, as the services print it.");
        }
        Receipt receipt;
        try (var console = new Console()) {
            var api = Services.of(kim().stack().status(), console);
            openCase(api, console, purpose, "Receipt of one decision on the command line");
            receipt = AuditFiles.receipt(api, referralId);
        }
        if (file == null) {
            out().println(new String(receipt.write(), StandardCharsets.UTF_8));
            return 0;
        }
        try {
            Files.write(file, receipt.write());
        } catch (IOException e) {
            throw new Trouble(
                    file + " cannot be written.", "Check the disk and the permissions.", e);
        }
        out().println(file);
        return 0;
    }

    /** Says what for: standard output has the file's name, or the receipt. */
    private static void openCase(
            Api api, Progress progress, @Nullable String purpose, String otherwise) {
        var stated = purpose == null ? otherwise : purpose;
        AuditCase.open(api, stated);
        progress.tell("audit case", "open until tomorrow, for: " + stated);
    }

    private void tell(Completed completed) {
        if (completed.without() > 0) {
            out().printf(
                            "Of %d rounds %d cannot be decided again: what they rested on is not"
                                    + " kept any more.%n",
                            completed.rounds(), completed.without());
        }
    }

    /** Checks a bundle with nothing but the file: exit code 1 when something is violated. */
    @Command(
            name = "verify",
            description = "Check an audit bundle or a receipt: no network, no database.",
            mixinStandardHelpOptions = true,
            footer = "Exit code 1: something is violated.")
    int verify(
            @Parameters(paramLabel = "FILE", description = "The bundle or receipt.") Path file,
            @Option(
                            names = "--key",
                            paramLabel = "LINE",
                            description =
                                    "A public key of the ledger that you know from elsewhere,"
                                            + " name+id+key; can be given several times.")
                    @Nullable List<String> keys,
            @Option(names = "--json", description = "Print the outcome as JSON.") boolean json) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw wrong(file + " is no file that can be read.");
        }
        var result = verified(file, keys == null ? List.of() : keys);
        out().println(json ? Json.text(result) : text(result));
        return result.ok() ? 0 : 1;
    }

    /** Holds the rounds of a bundle again under other rules: nothing is asked and nothing sent. */
    @Command(
            name = "counterfactual",
            description =
                    "Who would have got which place under other rules: offline, from a bundle.",
            mixinStandardHelpOptions = true,
            footer = "Each round keeps the input it had. Check the bundle first: audit verify.")
    int counterfactual(
            @Parameters(paramLabel = "BUNDLE", description = "A bundle with inputs.") Path file,
            @Option(
                            names = "--rulebook",
                            required = true,
                            paramLabel = "FILE",
                            description =
                                    "The other rules as JSON, such as GET /api/rulebooks/1"
                                            + " answers.")
                    Path rules,
            @Option(names = "--json", description = "Print the outcome as JSON.") boolean json) {
        var other = rulebook(rules);
        try {
            var result = BundleCounterfactual.of(file, other);
            out().println(json ? Json.text(result) : CounterfactualText.of(result));
            return 0;
        } catch (InvalidRound e) {
            throw wrong("No round can be decided by these rules: " + e.code() + ".");
        } catch (IOException e) {
            throw new Trouble(
                    file + " cannot be taken: " + e.getMessage(),
                    "Export it with ./kim audit export, without --without-inputs.",
                    e);
        }
    }

    private Rulebook rulebook(Path file) {
        try {
            return RulebookFile.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw wrong(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw wrong(file + " is no file that can be read.");
        }
    }

    private AuditResult verified(Path file, List<String> keys) {
        try {
            var known = keys.stream().map(this::key).toList();
            return ReceiptVerifier.isReceipt(file)
                    ? ReceiptVerifier.verify(file, known)
                    : BundleVerifier.verify(file, known);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read.", "Check the disk and the permissions.", e);
        }
    }

    private PublicKeyLine key(String line) {
        try {
            return PublicKeyLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw wrong("A key is name+id+key, as GET /api/ledger/keys says it.");
        }
    }

    private static String text(AuditResult result) {
        var text = new StringBuilder();
        for (var property : result.properties()) {
            text.append(
                    "%-26s %-14s %s%n"
                            .formatted(
                                    property.name(), property.verdict().text(), property.detail()));
        }
        return text + (result.ok() ? "Nothing is violated." : "VIOLATED");
    }
}
