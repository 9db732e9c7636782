package de.kim.kit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a body of the network does; a token names them in lower case in its claim {@code roles}.
 * People who are referred have none: the link they were sent is their key, see {@link Public}.
 */
public enum Role {
    /** Refers people: job centres, immigration offices, counselling. */
    REFERRER,
    /** Plans and teaches courses. */
    PROVIDER,
    /** Runs the network: holds rounds, answers for people, repairs. */
    COORDINATOR,
    /** Checks what was decided, under pseudonyms. */
    AUDITOR,
    /** A service of KIM itself. */
    SYSTEM;

    /** As tokens name it. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this name; empty for the roles that an issuer has besides ours. */
    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
    }
}
