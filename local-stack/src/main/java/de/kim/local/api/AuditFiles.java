package de.kim.local.api;

import de.kim.audit.bundle.BundleCompletion;
import de.kim.audit.bundle.BundleCompletion.Completed;
import de.kim.audit.bundle.Receipt;
import de.kim.local.Trouble;
import de.kim.local.issuer.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * What an auditor takes along: the ledger's part from reporting-service, and what rounds rested on
 * from where they are held. The services do not ask each other.
 */
public final class AuditFiles {
    private static final String LEDGER = "reporting-service";
    private static final String ROUNDS = "allocation-service";

    private AuditFiles() {}

    /** Writes the bundle of a quarter as the ledger has it, without the inputs of rounds. */
    public static void ledger(Api api, String quarter, Path file) {
        api.download(LEDGER, "/api/ledger/bundle?quarter=" + quarter, Accounts.AUDITOR, file);
    }

    /** Writes the bundle of a quarter with the inputs of rounds: whole, or not at all. */
    public static Completed bundle(Api api, String quarter, Path file) {
        var ledger = file.resolveSibling(file.getFileName() + ".ledger");
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            ledger(api, quarter, ledger);
            var completed =
                    BundleCompletion.complete(ledger, Files.newOutputStream(fresh), rounds(api));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return completed;
        } catch (IOException e) {
            throw new Trouble(
                    file + " cannot be written, or what the ledger gave cannot be read.",
                    "Check the disk and the permissions.",
                    e);
        } finally {
            delete(ledger);
            delete(fresh);
        }
    }

    /** The receipt of the last decision on a referral. */
    public static Receipt receipt(Api api, UUID referral) {
        var proven =
                Receipt.read(
                        api.read(
                                        LEDGER,
                                        "/api/ledger/receipt?referral=" + referral,
                                        Accounts.AUDITOR)
                                .orElseThrow());
        // everybody of the round comes to this machine; only this person goes into the receipt
        return api.read(ROUNDS, input(proven.roundId()), Accounts.AUDITOR)
                .map(proven::withInputOf)
                .orElse(proven);
    }

    private static BundleCompletion.Inputs rounds(Api api) {
        return new BundleCompletion.Inputs() {
            @Override
            public Optional<byte[]> of(UUID round) {
                return api.read(ROUNDS, input(round), Accounts.AUDITOR);
            }

            @Override
            public Optional<byte[]> outcomeOf(UUID round) {
                return api.read(ROUNDS, "/api/rounds/" + round + "/outcome", Accounts.AUDITOR);
            }
        };
    }

    private static String input(UUID round) {
        return "/api/rounds/" + round + "/input";
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
