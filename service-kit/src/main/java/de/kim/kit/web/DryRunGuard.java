package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a dry run through to endpoints that are made for it, and to no other. */
final class DryRunGuard implements HandlerInterceptor {
    /** Whether the request asks for one; what the header says is checked by {@link #preHandle}. */
    static boolean isAsked(HttpServletRequest request) {
        return request.getHeader(DryRun.HEADER) != null;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isAsked(request)
                && !(handler instanceof HandlerMethod method
                        && method.hasMethodAnnotation(DryRun.class)
                        && "true".equals(request.getHeader(DryRun.HEADER)))) {
            throw new Refused(WebRefusal.DRY_RUN_NOT_POSSIBLE);
        }
        return true;
    }
}
