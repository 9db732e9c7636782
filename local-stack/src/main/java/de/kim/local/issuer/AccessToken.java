package de.kim.local.issuer;

import java.time.Duration;

/**
 * Lets its bearer in as an account of the sample.
 *
 * @param text as it stands behind {@code Bearer}
 * @param validFor from when it was issued
 */
public record AccessToken(Account account, String text, Duration validFor) {
    /** Keeps itself to itself. */
    @Override
    public String toString() {
        return "a token of " + account.user();
    }
}
