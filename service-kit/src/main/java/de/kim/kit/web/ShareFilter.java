package de.kim.kit.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import de.kim.kit.access.Role;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every body, and every network address that asks without signing in, a share of this
 * service, so that none can take it from the others: 429 with {@code Retry-After} (RFC 6585 §4, RFC
 * 9110 §10.2.3) before anything is read or stored. KIM's own services and the operators' addresses
 * have no limit.
 */
final class ShareFilter extends OncePerRequestFilter {
    /** More addresses than these are forgotten, the longest unheard first; full shares again. */
    private static final int ADDRESSES = 10_000;

    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final LoadingCache<String, Bucket> bodies;
    private final LoadingCache<String, Bucket> addresses;
    private final ProblemWriter problems;

    ShareFilter(WebProperties properties, ProblemWriter problems) {
        this.bodies = shares(properties.bodyShare());
        this.addresses = shares(properties.addressShare());
        this.problems = problems;
    }

    private static LoadingCache<String, Bucket> shares(WebProperties.Share share) {
        return Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(FORGOTTEN)
                .build(
                        whose ->
                                Bucket.builder()
                                        .addLimit(
                                                limit ->
                                                        limit.capacity(share.atOnce())
                                                                .refillGreedy(
                                                                        share.perSecond(),
                                                                        Duration.ofSeconds(1)))
                                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/actuator/") || path.startsWith("/v3/api-docs");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Bucket> share = share(request);
        if (share.isPresent()) {
            ConsumptionProbe asked = share.get().tryConsumeAndReturnRemaining(1);
            if (!asked.isConsumed()) {
                problems.write(
                        Rejection.of(
                                WebRefusal.TOO_MANY_REQUESTS,
                                "Retry-After",
                                Long.toString(wholeSeconds(asked.getNanosToWaitForRefill()))),
                        request,
                        response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Bucket> share(HttpServletRequest request) {
        Optional<Actor> actor = Actor.signedIn();
        if (actor.isEmpty()) {
            return Optional.of(addresses.get(request.getRemoteAddr()));
        }
        return actor.filter(it -> !it.roles().contains(Role.SYSTEM))
                .map(it -> bodies.get(it.body()));
    }

    /** Rounded up: who waits so long gets an answer. */
    private static long wholeSeconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
