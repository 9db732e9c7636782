package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import de.kim.kit.work.RootUnitOfWork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Every POST under {@code /api} happens once, however often it is sent: it runs in one root unit of
 * work together with the row that keeps its answer, so that both commit or neither does. Sent again
 * with the same key it is answered from that row. What was not answered with success leaves
 * nothing, so it may be tried again under the same key; a {@link DryRun} leaves nothing either.
 *
 * <p>Last of all filters: where an aggregate has moved on meanwhile the rest of the chain runs
 * again, and Tomcat's chain can be run again only where no filter follows.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    static final String REPLAYED = "Idempotent-Replayed";

    private final RootUnitOfWork root;
    private final IdempotencyRecords records;
    private final Rejections rejections;
    private final ProblemWriter problems;

    IdempotencyFilter(
            RootUnitOfWork root,
            IdempotencyRecords records,
            Rejections rejections,
            ProblemWriter problems) {
        this.root = root;
        this.records = records;
        this.rejections = rejections;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Answer answer;
        try {
            BufferedRequest buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
            if (buffered == null) {
                throw new IllegalStateException("the body was not read");
            }
            IdempotencyKey key = IdempotencyKey.of(buffered);
            JsonBody.check(buffered);
            answer = root.callRetrying(metadata(), () -> once(key, request, response, chain));
        } catch (NothingDone nothing) {
            answer = nothing.answer;
        } catch (RuntimeException e) {
            problems.write(rejections.of(e), request, response);
            return;
        }
        answer.writeTo(response);
    }

    private static Map<String, String> metadata() {
        return RequestStory.current().map(RequestStory::metadata).orElse(Map.of());
    }

    private Answer once(
            IdempotencyKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (!records.claim(key)) {
            return again(key);
        }
        request.removeAttribute(ProblemAdvice.FAILURE);
        BufferedResponse buffered = new BufferedResponse(response);
        chain.doFilter(request, buffered);
        Answer answer = buffered.answer();
        if (answer.isError()) {
            if (request.getAttribute(ProblemAdvice.FAILURE) instanceof RuntimeException failure
                    && RootUnitOfWork.isRetryable(failure)) {
                throw failure;
            }
            throw new NothingDone(answer);
        }
        if (DryRunGuard.isAsked(request)) {
            throw new NothingDone(answer.with(DryRun.HEADER, "true"));
        }
        records.answered(key, answer);
        return answer;
    }

    private Answer again(IdempotencyKey key) {
        Optional<IdempotencyRecords.Given> given = records.given(key);
        if (given.isEmpty()) {
            throw new Refused(WebRefusal.TRY_AGAIN);
        }
        if (!given.get().requestHash().equals(key.requestHash())) {
            throw new Refused(WebRefusal.IDEMPOTENCY_KEY_REUSED);
        }
        return given.get().answer().with(REPLAYED, "true");
    }

    /** Rolls back and carries the answer out. */
    private static final class NothingDone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        NothingDone(Answer answer) {
            super("nothing done", null, false, false);
            this.answer = answer;
        }
    }
}
