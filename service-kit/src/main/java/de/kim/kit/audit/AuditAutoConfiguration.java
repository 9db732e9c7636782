package de.kim.kit.audit;

import de.kim.kit.web.WebAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Cases and their log, in services that know whose a referral is. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(ReferralOwners.class)
public class AuditAutoConfiguration {
    @Bean
    AuditCases auditCases(JdbcClient jdbc, Clock clock) {
        return new AuditCases(jdbc, clock);
    }

    @Bean
    AuditLog auditLog(JdbcClient jdbc, Clock clock) {
        return new AuditLog(jdbc, clock);
    }

    @Bean
    AuditCaseEndpoint auditCaseEndpoint(AuditCases cases, Clock clock) {
        return new AuditCaseEndpoint(cases, clock);
    }

    @Bean
    AuditLogEndpoint auditLogEndpoint(AuditLog log) {
        return new AuditLogEndpoint(log);
    }

    @Bean
    WebMvcConfigurer auditorsHaveACase(AuditCases cases, AuditLog log, ReferralOwners owners) {
        AuditCaseGuard guard = new AuditCaseGuard(cases, log, owners);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(guard);
            }
        };
    }
}
