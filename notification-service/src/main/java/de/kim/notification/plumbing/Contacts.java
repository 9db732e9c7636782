package de.kim.notification.plumbing;

import de.kim.events.MessageKind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/**
 * Reads contact data from the vault of referral-service, at the moment of sending and for nothing
 * else; the vault logs the read with its purpose. The one synchronous call between services.
 */
@Component
class Contacts {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    private final RestClient vault;

    Contacts(ContactSettings settings) {
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        vault =
                RestClient.builder()
                        .requestFactory(requests)
                        .baseUrl(settings.base())
                        .defaultHeader("Kim-Body", "koordination")
                        .build();
    }

    /**
     * Empty when nobody is known (any more) under this id: never referred, or erased. Only the
     * vault's own word counts for that: a 404 of anything else is an outage.
     *
     * @throws RestClientException when the vault could not be asked; ask again later
     */
    Optional<Contact> read(UUID referralId, MessageKind purpose) {
        return vault.get()
                .uri("/api/contacts/{id}?purpose={purpose}", referralId, purpose)
                .exchange((request, response) -> answer(response));
    }

    private static Optional<Contact> answer(ConvertibleClientHttpResponse response)
            throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.is2xxSuccessful()) {
            return Optional.ofNullable(response.bodyTo(Contact.class));
        }
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            Problem problem = response.bodyTo(Problem.class);
            if (problem != null && "REFERRAL_NOT_FOUND".equals(problem.code())) {
                return Optional.empty();
            }
        }
        throw new RestClientException("the vault answered " + status.value());
    }

    private record Problem(@Nullable String code) {}
}
