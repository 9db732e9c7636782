package de.kim.local.service;

import de.kim.local.KimHome;
import de.kim.local.Secrets;
import java.nio.file.Path;

/**
 * The keys of people's data: never in the database and never in a backup, and each worth nothing
 * without the secret, which lies in another folder.
 */
public record Keys(KimHome home) {
    /** The folder that referral-service keeps them in. */
    public Path folder() {
        return home.resolve("keys");
    }

    /** The folder that reporting-service keeps the ledger's signing keys in. */
    Path ledgerFolder() {
        return home.resolve("ledger");
    }

    String secret() {
        return new Secrets(home).of("keys");
    }
}
