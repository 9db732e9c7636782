package de.kim.kit.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every request carries a token of the issuer, or goes to what is {@link Public}. There is no
 * session and no cookie, so no forged request of a browser either. How a refusal looks is the
 * business of the web package.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
public class AccessAutoConfiguration {
    /** Open, and no endpoints of ours: for operators, so a proxy in front does not pass them on. */
    private static final String[] OPERATIONS = {
        "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**"
    };

    @Bean
    JwtDecoder jwtDecoder(AccessProperties properties, Clock clock) {
        return TokenDecoding.of(properties, clock);
    }

    /** A dozen measurements of each filter for each request, that nobody reads. */
    @Bean
    SecurityObservationSettings requestsAreObservedOnceOnly() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain signIn(
            HttpSecurity http,
            JwtDecoder tokens,
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> endpoints,
            AuthenticationEntryPoint notSignedIn,
            AccessDeniedHandler notAllowed) {
        return http.sessionManagement(
                        it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        it ->
                                it.authenticationEntryPoint(notSignedIn)
                                        .accessDeniedHandler(notAllowed))
                .addFilterBefore(
                        tokenFilter(tokens, notSignedIn), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        it ->
                                it.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(OPERATIONS)
                                        .permitAll()
                                        .requestMatchers("/actuator/**")
                                        .denyAll()
                                        .anyRequest()
                                        .access(new EndpointAccess(endpoints::getObject)))
                .build();
    }

    /**
     * Every failure goes to the entry point, an issuer that does not answer too: Spring's own
     * handler would throw that on, past all answers of ours.
     */
    private static BearerTokenAuthenticationFilter tokenFilter(
            JwtDecoder tokens, AuthenticationEntryPoint entryPoint) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(tokens);
        provider.setJwtAuthenticationConverter(
                token -> new JwtAuthenticationToken(token, roles(token)));
        BearerTokenAuthenticationFilter filter =
                new BearerTokenAuthenticationFilter(new ProviderManager(provider));
        filter.setAuthenticationEntryPoint(entryPoint);
        filter.setAuthenticationFailureHandler(entryPoint::commence);
        return filter;
    }

    private static List<SimpleGrantedAuthority> roles(Jwt token) {
        List<String> claimed =
                Objects.requireNonNullElse(
                        token.getClaimAsStringList(TokenDecoding.ROLES), List.<String>of());
        return claimed.stream()
                .flatMap(claim -> Role.ofClaim(claim).stream())
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
    }
}
