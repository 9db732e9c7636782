package de.kim.notification.plumbing;

import de.kim.events.MessageKind;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
    private final RestClient vault;
    private final ServiceToken token;

    Contacts(ContactSettings settings, ServiceToken token) {
        this.vault = Calls.client().baseUrl(settings.base()).build();
        this.token = token;
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
                .headers(it -> it.setBearerAuth(token.current()))
                .exchange((request, response) -> answer(response));
    }

    private Optional<Contact> answer(ConvertibleClientHttpResponse response) throws IOException {
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
        if (status.isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            token.forget();
        }
        throw new RestClientException("the vault answered " + status.value());
    }

    private record Problem(@Nullable String code) {}
}
