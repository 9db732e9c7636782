package de.kim.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Whatever an endpoint throws becomes a {@link Problem}, here and nowhere else. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    /** Request attribute: what was thrown. */
    static final String FAILURE = ProblemAdvice.class.getName() + ".failure";

    private final Rejections rejections;

    ProblemAdvice(Rejections rejections) {
        this.rejections = rejections;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Problem> answer(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof AsyncRequestNotUsableException) {
            return null; // the caller has hung up
        }
        request.setAttribute(FAILURE, thrown);
        Rejection rejection = rejections.of(thrown);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(rejection.status())
                        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        rejection.headers().forEach(answer::header);
        return answer.body(rejection.problem(request.getRequestURI()));
    }
}
