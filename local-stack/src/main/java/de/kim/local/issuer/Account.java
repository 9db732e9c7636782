package de.kim.local.issuer;

import java.util.List;

/**
 * Somebody of the sample who can sign in.
 *
 * @param user the name to sign in with: mostly the code of the body
 * @param title for people; says that it is a sample
 * @param body the organisation that acts
 * @param roles what it does in the network, as tokens name it
 */
public record Account(String user, String title, String body, List<String> roles) {
    public Account {
        roles = List.copyOf(roles);
    }
}
