package de.kim.kit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Problems for requests so broken that Tomcat answers them itself: no HTTP, a broken path, headers
 * over the limit. Created by Tomcat, by name.
 */
public final class ProblemValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        WebRefusal refusal = WebRefusal.forStatus(status);
        // Constants and a UUID only: nothing in it needs escaping.
        String json =
                "{\"type\":\"urn:kim:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"instance\":\"/\",\"code\":\"%s\",\"german\":\"%s\",\"english\":\"%s\",\"errors\":[],\"correlationId\":\"%s\"}"
                        .formatted(
                                refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                refusal.english(),
                                status,
                                refusal.english(),
                                refusal.name(),
                                refusal.german(),
                                refusal.english(),
                                UUID.randomUUID());
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("the caller has hung up", e);
        }
    }
}
