package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits what comes in before anything looks at it: the length of the address, the parameters and
 * the body. The body is read whole, up to the limit, whatever its {@code Content-Length} claims.
 */
final class InboundFilter extends OncePerRequestFilter {
    private static final int MAX_PATH = 1000;
    private static final int MAX_QUERY = 4000;
    private static final int MAX_PARAMETER = 1000;

    /** With brackets and dots the framework would reach into lists and objects. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    private final int maxBody;
    private final ProblemWriter problems;

    /**
     * @param maxBody in bytes
     */
    InboundFilter(int maxBody, ProblemWriter problems) {
        this.maxBody = maxBody;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest limited;
        try {
            checkAddress(request);
            checkParameters(request);
            limited = new BufferedRequest(request, body(request));
        } catch (Refused refused) {
            problems.write(Rejection.of(refused.refusal()), request, response);
            return;
        }
        chain.doFilter(limited, response);
    }

    private static void checkAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        if (request.getRequestURI().length() > MAX_PATH
                || (query != null && query.length() > MAX_QUERY)) {
            throw new Refused(WebRefusal.ADDRESS_TOO_LONG);
        }
    }

    /** Only those of the address: forms are not taken, their body stays unread here. */
    private static void checkParameters(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw new Refused(WebRefusal.INVALID_PARAMETER);
        }
        for (Map.Entry<String, String[]> parameter : parameters(request).entrySet()) {
            if (!NAME.matcher(parameter.getKey()).matches()) {
                throw new Refused(WebRefusal.INVALID_PARAMETER);
            }
            for (String value : parameter.getValue()) {
                if (value.length() > MAX_PARAMETER
                        || value.chars().anyMatch(Character::isISOControl)
                        || value.indexOf('\uFFFD') >= 0) {
                    throw new Refused(WebRefusal.INVALID_PARAMETER);
                }
            }
        }
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Tomcat throws where the encoding of the query is broken.
            throw new Refused(WebRefusal.INVALID_PARAMETER);
        }
    }

    private byte[] body(HttpServletRequest request) {
        if (request.getContentLengthLong() > maxBody) {
            throw new Refused(WebRefusal.BODY_TOO_LARGE);
        }
        try {
            byte[] body = request.getInputStream().readNBytes(maxBody + 1);
            if (body.length > maxBody) {
                throw new Refused(WebRefusal.BODY_TOO_LARGE);
            }
            return body;
        } catch (IOException e) {
            throw new Refused(WebRefusal.BODY_UNREADABLE);
        }
    }
}
