package de.kim.kit.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a request through to the endpoint that will take it, if that endpoint is {@link Public} or
 * {@link Allow}s a role of the caller. What is no endpoint at all is told to callers with a token
 * only; everybody else just has to sign in.
 */
final class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private final Supplier<RequestMappingHandlerMapping> endpoints;

    EndpointAccess(Supplier<RequestMappingHandlerMapping> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller,
            RequestAuthorizationContext context) {
        HandlerMethod endpoint;
        try {
            endpoint = endpoint(context.getRequest());
        } catch (HttpMediaTypeNotAcceptableException e) {
            // no endpoint will take it: the dispatcher looks in the same way, and answers 406
            return new AuthorizationDecision(true);
        }
        if (endpoint != null && endpoint.hasMethodAnnotation(Public.class)) {
            return new AuthorizationDecision(true);
        }
        return new AuthorizationDecision(
                caller.get() instanceof JwtAuthenticationToken token
                        && (endpoint == null || mayCall(endpoint, token)));
    }

    private static boolean mayCall(HandlerMethod endpoint, JwtAuthenticationToken token) {
        Allow allow = endpoint.getMethodAnnotation(Allow.class);
        Set<String> held =
                token.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
        return allow != null
                && Arrays.stream(allow.value()).map(Role::name).anyMatch(held::contains);
    }

    /** Null where the request fits none: wrong path, method or type of what is sent. */
    private @Nullable HandlerMethod endpoint(HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = endpoints.get().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? method
                    : null;
        } catch (HttpMediaTypeNotAcceptableException e) {
            throw e;
        } catch (Exception e) {
            return null;
        }
    }
}
