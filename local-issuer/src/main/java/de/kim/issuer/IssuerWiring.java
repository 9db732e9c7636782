package de.kim.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Spring Authorization Server with what the {@link Realm} says. */
@Configuration(proxyBeanMethods = false)
class IssuerWiring {
    /**
     * Passwords and secrets are long and random, and stand beside this in a file anyway: hashing
     * would protect nothing.
     */
    private static final String AS_IT_IS = "{noop}";

    @Bean
    Realm realm(IssuerProperties properties) {
        return Realm.read(properties.realm());
    }

    @Bean
    SecurityFilterChain everything(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(
                        it ->
                                it.requestMatchers("/login", "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .formLogin(form -> form.loginPage("/login"))
                .build();
    }

    @Bean
    UserDetailsService users(Realm realm) {
        return new InMemoryUserDetailsManager(
                realm.users().stream().map(IssuerWiring::account).toList());
    }

    private static UserDetails account(Realm.User user) {
        return User.withUsername(user.name()).password(AS_IT_IS + user.password()).build();
    }

    @Bean
    RegisteredClientRepository clients(Realm realm, IssuerProperties properties) {
        TokenSettings tokens =
                TokenSettings.builder().accessTokenTimeToLive(properties.tokenValidFor()).build();
        return new InMemoryRegisteredClientRepository(
                realm.clients().stream().map(client -> registered(client, tokens)).toList());
    }

    private static RegisteredClient registered(Realm.Client client, TokenSettings tokens) {
        RegisteredClient.Builder registered =
                RegisteredClient.withId(client.id())
                        .clientId(client.id())
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .tokenSettings(tokens);
        if (client.secret() == null) {
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            registered
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientSecret(AS_IT_IS + client.secret());
        }
        if (client.body() != null) {
            registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        if (!client.redirects().isEmpty()) {
            registered
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .scope(OidcScopes.OPENID)
                    .redirectUris(uris -> uris.addAll(client.redirects()));
        }
        return registered.build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerProperties properties) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.keptIn(properties.key())));
    }

    @Bean
    AuthorizationServerSettings settings(IssuerProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer().toString()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Realm realm) {
        return new Claims(realm);
    }
}
