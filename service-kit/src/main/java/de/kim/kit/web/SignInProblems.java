package de.kim.kit.web;

import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What callers are told who have not signed in, or who lack the right. */
final class SignInProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    SignInProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        problems.write(rejection(why), request, response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.write(Rejection.of(WebRefusal.RIGHT_MISSING), request, response);
    }

    /** RFC 6750 §3: without a token no error is named. */
    private static Rejection rejection(AuthenticationException why) {
        if (why instanceof InsufficientAuthenticationException) {
            return Rejection.of(
                    WebRefusal.SIGN_IN_REQUIRED, HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (noKeysToBeHad(why)) {
            return Rejection.of(WebRefusal.SIGN_IN_UNAVAILABLE, HttpHeaders.RETRY_AFTER, "5");
        }
        return Rejection.of(
                WebRefusal.TOKEN_INVALID,
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"invalid_token\"");
    }

    /** Other failures of the key source come from a token that names a key nobody has. */
    private static boolean noKeysToBeHad(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof JWKSetUnavailableException) {
                return true;
            }
        }
        return false;
    }
}
