package de.kim.kit.web;

import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who acts, as the token of the request says. Endpoints take it as a parameter. Events and data
 * know the body only; the account is for the log of who read personal data.
 *
 * @param body the organisation's code, for example {@code jobcenter-stadt}
 * @param account the issuer's own name ({@code sub}) of whoever signed in
 * @param roles what the body does in the network
 */
public record Actor(String body, String account, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether it sees the data of every body, under pseudonyms; a service of KIM does. */
    public boolean seesAll() {
        return roles.contains(Role.COORDINATOR)
                || roles.contains(Role.AUDITOR)
                || roles.contains(Role.SYSTEM);
    }

    /**
     * The body to which its queries are confined, as a parameter: null when it {@link #seesAll()}.
     */
    public @Nullable String confinedTo() {
        return seesAll() ? null : body;
    }

    /** Whoever the request of this thread comes from. */
    static Actor current() {
        return signedIn().orElseThrow(() -> new Refused(WebRefusal.SIGN_IN_REQUIRED));
    }

    /** Empty where nobody has to sign in. */
    public static Optional<Actor> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken token
                ? Optional.of(of(token))
                : Optional.empty();
    }

    private static Actor of(JwtAuthenticationToken token) {
        // no token without them comes this far
        return new Actor(
                Objects.requireNonNull(token.getToken().getClaimAsString("body")),
                Objects.requireNonNull(token.getToken().getSubject()),
                token.getAuthorities().stream()
                        .map(authority -> Objects.requireNonNull(authority.getAuthority()))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()));
    }
}
