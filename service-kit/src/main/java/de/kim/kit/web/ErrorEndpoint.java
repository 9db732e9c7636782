package de.kim.kit.web;

import de.kim.kit.access.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Tomcat forwards what failed outside any endpoint, in a filter for instance. */
@Hidden
@RestController
final class ErrorEndpoint implements ErrorController {
    private final Rejections rejections;
    private final ProblemWriter problems;

    ErrorEndpoint(Rejections rejections, ProblemWriter problems) {
        this.rejections = rejections;
        this.problems = problems;
    }

    @Public("says that something failed, and nothing else")
    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(rejection(request), request, response);
    }

    private Rejection rejection(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable failure) {
            return rejections.of(failure);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Rejection.of(WebRefusal.forStatus(status instanceof Integer code ? code : 404));
    }
}
