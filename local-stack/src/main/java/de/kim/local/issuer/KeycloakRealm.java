package de.kim.local.issuer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The realm as Keycloak imports it: the same users, roles, programs and claims. Passwords are
 * placeholders, which Keycloak fills from its environment.
 */
public final class KeycloakRealm {
    private static final int TOKEN_SECONDS = 900;
    private static final String USER_PASSWORD = "${KIM_USER_PASSWORD}";
    private static final String SERVICE_ACCOUNT = "service-account-";

    private KeycloakRealm() {}

    public static Map<String, Object> of(List<Account> accounts) {
        var roles = new TreeSet<String>(List.of(Realm.SYSTEM_ROLE));
        accounts.forEach(account -> roles.addAll(account.roles()));
        var users = new ArrayList<Map<String, Object>>();
        accounts.forEach(account -> users.add(user(account)));
        users.add(serviceUser());
        return ordered(
                "realm",
                "kim",
                "enabled",
                true,
                "sslRequired",
                "external",
                "defaultSignatureAlgorithm",
                "RS256",
                "accessTokenLifespan",
                TOKEN_SECONDS,
                "roles",
                Map.of("realm", roles.stream().map(role -> Map.of("name", role)).toList()),
                "clients",
                List.of(
                        client(Realm.COMMAND_LINE, null, Realm.SIGNED_IN),
                        client(Realm.PORTAL, "${KIM_PORTAL_SECRET}", Realm.PORTAL_RETURN),
                        client(Realm.NOTIFICATION, "${KIM_CLIENT_SECRET}", null)),
                "users",
                users);
    }

    private static Map<String, Object> user(Account account) {
        return ordered(
                "username",
                account.user(),
                "enabled",
                true,
                "firstName",
                account.user(),
                "lastName",
                "(Beispiel)",
                "email",
                account.user() + "@muster.example",
                "emailVerified",
                true,
                "attributes",
                Map.of("body", List.of(account.body())),
                "realmRoles",
                account.roles(),
                "credentials",
                List.of(Map.of("type", "password", "value", USER_PASSWORD)));
    }

    private static Map<String, Object> serviceUser() {
        return ordered(
                "username",
                SERVICE_ACCOUNT + Realm.NOTIFICATION,
                "enabled",
                true,
                "serviceAccountClientId",
                Realm.NOTIFICATION,
                "attributes",
                Map.of("body", List.of(Realm.SYSTEM_BODY)),
                "realmRoles",
                List.of(Realm.SYSTEM_ROLE));
    }

    private static Map<String, Object> client(
            String id, @Nullable String secret, @Nullable String redirect) {
        var client =
                ordered(
                        "clientId",
                        id,
                        "enabled",
                        true,
                        "publicClient",
                        secret == null,
                        "standardFlowEnabled",
                        redirect != null,
                        "serviceAccountsEnabled",
                        redirect == null,
                        "directAccessGrantsEnabled",
                        false,
                        "redirectUris",
                        redirect == null ? List.of() : List.of(redirect),
                        "attributes",
                        Map.of("pkce.code.challenge.method", redirect == null ? "" : "S256"),
                        "protocolMappers",
                        List.of(bodyMapper(), rolesMapper(), audienceMapper()));
        if (secret != null) {
            client.put("secret", secret);
        }
        return client;
    }

    private static Map<String, Object> bodyMapper() {
        return mapper(
                "body",
                "oidc-usermodel-attribute-mapper",
                Map.of("user.attribute", "body", "claim.name", "body", "jsonType.label", "String"));
    }

    private static Map<String, Object> rolesMapper() {
        return mapper(
                "roles",
                "oidc-usermodel-realm-role-mapper",
                Map.of("claim.name", "roles", "jsonType.label", "String", "multivalued", "true"));
    }

    private static Map<String, Object> audienceMapper() {
        return mapper(
                "audience", "oidc-audience-mapper", Map.of("included.custom.audience", "kim"));
    }

    private static Map<String, Object> mapper(
            String name, String type, Map<String, String> settings) {
        var config = new TreeMap<String, String>(settings);
        config.put("access.token.claim", "true");
        return ordered(
                "name",
                name,
                "protocol",
                "openid-connect",
                "protocolMapper",
                type,
                "config",
                config);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
