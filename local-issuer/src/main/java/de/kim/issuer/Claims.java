package de.kim.issuer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What KIM's services want to know of whoever comes: {@code body} and {@code roles}. */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String AUDIENCE = "kim";

    private final Map<String, Realm.User> users;
    private final Map<String, Realm.Client> clients;

    Claims(Realm realm) {
        this.users = byName(realm.users(), Realm.User::name);
        this.clients = byName(realm.clients(), Realm.Client::id);
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        String name = Objects.requireNonNull(principal).getName();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            Realm.Client client = Objects.requireNonNull(clients.get(name), name);
            add(context, client.body(), client.roles());
        } else {
            Realm.User user = Objects.requireNonNull(users.get(name), name);
            add(context, user.body(), user.roles());
            context.getClaims().claim("name", user.title());
        }
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
        }
    }

    private static void add(JwtEncodingContext context, @Nullable String body, List<String> roles) {
        context.getClaims().claims(claims -> claims.put("body", body));
        context.getClaims().claim("roles", roles);
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
