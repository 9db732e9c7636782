package de.kim.kit.audit;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets auditors through who have a live case for what they ask, and writes down that they asked.
 * Whoever is coordinator too sees all of it in that role.
 */
final class AuditCaseGuard implements HandlerInterceptor {
    private final AuditCases cases;
    private final AuditLog log;
    private final ReferralOwners owners;

    AuditCaseGuard(AuditCases cases, AuditLog log, ReferralOwners owners) {
        this.cases = cases;
        this.log = log;
        this.owners = owners;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isForAuditors(method)) {
            Actor.signedIn()
                    .filter(actor -> actsAsAuditor(actor, method))
                    .ifPresent(actor -> check(actor, Question.of(request)));
        }
        return true;
    }

    private static boolean isForAuditors(HandlerMethod method) {
        return method.getBeanType() != AuditCaseEndpoint.class
                && allowed(method).contains(Role.AUDITOR);
    }

    /** A referrer who audits too would see all bodies' data because of it. */
    private static boolean actsAsAuditor(Actor actor, HandlerMethod method) {
        return actor.roles().contains(Role.AUDITOR)
                && allowed(method).stream()
                        .filter(role -> role == Role.COORDINATOR || role == Role.SYSTEM)
                        .noneMatch(actor.roles()::contains);
    }

    private static List<Role> allowed(HandlerMethod method) {
        Allow allow = method.getMethodAnnotation(Allow.class);
        return allow == null ? List.of() : Arrays.asList(allow.value());
    }

    private void check(Actor actor, Question question) {
        AuditCase covering =
                cases.covering(actor.account(), question.quarter(), question.ids())
                        .orElseThrow(() -> new Refused(AuditRefusal.AUDIT_CASE_MISSING));
        Question asked = question;
        @Nullable String owner = null;
        for (UUID id : question.ids()) {
            String body = owners.bodyOf(id).orElse(null);
            if (body != null) {
                asked = question.about(id);
                owner = body;
                break;
            }
        }
        log.add(covering, actor, asked, owner);
    }
}
