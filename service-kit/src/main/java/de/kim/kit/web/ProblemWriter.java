package de.kim.kit.web;

import de.kim.kit.web.input.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes problems where no controller is at work: in filters. */
final class ProblemWriter {
    private final StrictJson json;

    ProblemWriter(StrictJson json) {
        this.json = json;
    }

    void write(Rejection rejection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.mapper().writeValueAsBytes(rejection.problem(request.getRequestURI()));
        response.setStatus(rejection.status());
        response.setContentType(Problem.MEDIA_TYPE);
        rejection.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
