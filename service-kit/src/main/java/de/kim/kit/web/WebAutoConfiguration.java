package de.kim.kit.web;

import de.kim.kit.web.input.StrictJson;
import de.kim.kit.work.RootUnitOfWork;
import jakarta.servlet.Filter;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires what every endpoint needs; settings in {@code kit-web.yml}. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@EnableScheduling
@Import({ProblemAdvice.class, CompleteBodies.class, ErrorEndpoint.class, OpenApiDescription.class})
public class WebAutoConfiguration {
    /** Waiting days, offer periods and quarters are those of Osnabrück. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Nobody's body is read before it is known whose it is. */
    private static final int SIGNED_IN = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    /** The one clock; local dates are in its zone. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZONE);
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    ServerHttpMessageConvertersCustomizer strictJsonAtTheFrontDoor(StrictJson json) {
        return converters ->
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
    }

    /** So that {@code @Past} means the past of the one clock. */
    @Bean
    ValidationConfigurationCustomizer validationByTheOneClock(Clock clock) {
        return validation -> validation.clockProvider(() -> clock);
    }

    @Bean
    WebMvcConfigurer parametersOfTheKit() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new KitParameters());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new DryRunGuard());
            }
        };
    }

    @Bean
    Rejections rejections(ValidatorFactory validators) {
        return new Rejections(new InvalidJson(), new Violations(validators));
    }

    @Bean
    ProblemWriter problemWriter(StrictJson json) {
        return new ProblemWriter(json);
    }

    @Bean
    FilterRegistrationBean<StoryFilter> storyFilter() {
        return registration(new StoryFilter(), FIRST);
    }

    @Bean
    FilterRegistrationBean<InboundFilter> inboundFilter(
            WebProperties properties, ProblemWriter problems) {
        int maxBody = Math.toIntExact(properties.maxBody().toBytes());
        return registration(new InboundFilter(maxBody, problems), SIGNED_IN + 2);
    }

    @Bean
    FilterRegistrationBean<ActingBodyFilter> actingBodyFilter() {
        return registration(new ActingBodyFilter(), SIGNED_IN);
    }

    /** Before the body is read: what is refused costs next to nothing. */
    @Bean
    FilterRegistrationBean<ShareFilter> shareFilter(
            WebProperties properties, ProblemWriter problems) {
        return registration(new ShareFilter(properties, problems), SIGNED_IN + 1);
    }

    @Bean
    SignInProblems signInProblems(ProblemWriter problems) {
        return new SignInProblems(problems);
    }

    @Bean
    IdempotencyRecords idempotencyRecords(JdbcTemplate jdbc, Clock clock) {
        return new IdempotencyRecords(jdbc, clock);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            RootUnitOfWork root,
            IdempotencyRecords records,
            Rejections rejections,
            ProblemWriter problems) {
        return registration(
                new IdempotencyFilter(root, records, rejections, problems),
                Ordered.LOWEST_PRECEDENCE);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcatItself() {
        return tomcat ->
                tomcat.addContextCustomizers(
                        context -> {
                            if (context.getParent() instanceof StandardHost host) {
                                host.setErrorReportValveClass(ProblemValve.class.getName());
                            }
                        });
    }

    private static <F extends Filter> FilterRegistrationBean<F> registration(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
