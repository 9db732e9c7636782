package de.kim.notification.plumbing;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
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
     * Empty when nobody is known (any more) under this id: never referred, or erased.
     *
     * @throws RestClientException when the vault could not be asked; ask again later
     */
    Optional<Contact> read(UUID referralId) {
        return vault.get()
                .uri("/api/contacts/{id}?purpose=OFFER", referralId)
                .exchange(
                        (request, response) -> {
                            if (response.getStatusCode().is2xxSuccessful()) {
                                return Optional.ofNullable(response.bodyTo(Contact.class));
                            }
                            if (response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                                    || response.getStatusCode().isSameCodeAs(HttpStatus.GONE)) {
                                return Optional.empty();
                            }
                            throw new RestClientException(
                                    "the vault answered " + response.getStatusCode().value());
                        });
    }
}
