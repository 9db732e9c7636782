package de.kim.local.issuer;

import de.kim.local.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an OpenID provider has to know of KIM: users, and the programs that they sign in to or
 * that act by themselves. For Keycloak see {@link KeycloakRealm}.
 */
public record Realm(List<User> users, List<Client> clients) {
    /** The web pages for staff. */
    public static final String PORTAL = "staff-portal";

    /** This command line. */
    public static final String COMMAND_LINE = "kim-cli";

    /** The service that reads contact data from another one. */
    public static final String NOTIFICATION = "notification-service";

    /** The body that KIM's own services act for. */
    public static final String SYSTEM_BODY = "kim";

    /** Their role. */
    static final String SYSTEM_ROLE = "system";

    /** Any port of this machine is meant (RFC 8252 §7.3). */
    static final String SIGNED_IN = "http://127.0.0.1/signed-in";

    static final String PORTAL_RETURN = "http://127.0.0.1/login/oauth2/code/kim";

    public Realm {
        users = List.copyOf(users);
        clients = List.copyOf(clients);
    }

    /** Somebody who signs in. */
    public record User(
            String name, String title, String body, List<String> roles, String password) {}

    /**
     * A program.
     *
     * @param secret null for one that cannot keep it
     * @param redirects where it takes users who have signed in
     * @param body the body it acts for by itself; null when it does not
     */
    public record Client(
            String id,
            @Nullable String secret,
            List<String> redirects,
            @Nullable String body,
            List<String> roles) {}

    /** With the passwords of this machine. */
    public static Realm of(Secrets secrets) {
        var users = new ArrayList<User>();
        for (var account : Accounts.ALL) {
            users.add(
                    new User(
                            account.user(),
                            account.title(),
                            account.body(),
                            account.roles(),
                            secrets.of(userSecret(account.user()))));
        }
        return new Realm(
                users,
                List.of(
                        new Client(COMMAND_LINE, null, List.of(SIGNED_IN), null, List.of()),
                        new Client(
                                PORTAL,
                                secrets.of(clientSecret(PORTAL)),
                                List.of(PORTAL_RETURN),
                                null,
                                List.of()),
                        new Client(
                                NOTIFICATION,
                                secrets.of(clientSecret(NOTIFICATION)),
                                List.of(),
                                SYSTEM_BODY,
                                List.of(SYSTEM_ROLE))));
    }

    /** The name of the secret that holds a user's password. */
    static String userSecret(String user) {
        return "user-" + user;
    }

    /** The name of the secret of a program. */
    public static String clientSecret(String client) {
        return "client-" + client;
    }
}
