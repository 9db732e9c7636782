package de.kim.local.issuer;

import de.kim.local.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The access tokens of a program that acts for several accounts; each is kept while it is good. */
public final class Tokens {
    /** A token is not used up to its last moment. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Status status;
    private final Map<String, Held> held = new HashMap<>();

    private record Held(AccessToken token, long until) {}

    /** From the issuer of a running stack. */
    public Tokens(Status status) {
        this.status = status;
    }

    /**
     * A token that is good for a while.
     *
     * @throws IOException when the issuer does not answer
     */
    public synchronized AccessToken of(String user) throws IOException, InterruptedException {
        var known = held.get(user);
        if (known != null && System.nanoTime() - known.until() < 0) {
            return known.token();
        }
        var token = SignIn.at(status).as(Accounts.of(user));
        held.put(user, new Held(token, System.nanoTime() + token.validFor().minus(REST).toNanos()));
        return token;
    }
}
