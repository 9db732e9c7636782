package de.kim.notification.plumbing;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.kim.kit.access.AccessProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The token that this service shows where it calls another one: issued to itself (client
 * credentials, RFC 6749 §4.4) and kept until shortly before it ends.
 */
@Component
class ServiceToken {
    /** A token is not used up to its last moment. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final AccessProperties issuer;
    private final ClientSettings client;
    private final Clock clock;
    private final RestClient http;
    private @Nullable Held held;

    ServiceToken(AccessProperties issuer, ClientSettings client, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
        this.http = Calls.client().build();
    }

    private record Held(String token, Instant until) {}

    private record Metadata(@JsonProperty("token_endpoint") String tokenEndpoint) {}

    private record Issued(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    /**
     * A token that is good for a while.
     *
     * @throws RestClientException when the issuer gave none; ask again later
     */
    synchronized String current() {
        if (held == null || !clock.instant().isBefore(held.until())) {
            held = issued();
        }
        return held.token();
    }

    /** It was not taken: the next one is a new one. */
    synchronized void forget() {
        held = null;
    }

    private Held issued() {
        Instant now = clock.instant();
        Metadata metadata =
                answered(
                        http.get()
                                .uri(issuer.issuer() + "/.well-known/openid-configuration")
                                .retrieve()
                                .body(Metadata.class));
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Issued issued =
                answered(
                        http.post()
                                .uri(metadata.tokenEndpoint())
                                .headers(it -> it.setBasicAuth(client.id(), client.secret()))
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body(form)
                                .retrieve()
                                .body(Issued.class));
        return new Held(issued.accessToken(), now.plusSeconds(issued.expiresIn()).minus(REST));
    }

    private static <T> T answered(@Nullable T body) {
        if (body == null) {
            throw new RestClientException("the issuer said nothing");
        }
        return body;
    }
}
