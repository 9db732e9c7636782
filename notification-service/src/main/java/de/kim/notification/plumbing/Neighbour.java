package de.kim.notification.plumbing;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** Another service of KIM, asked with this one's own token. */
final class Neighbour {
    private final RestClient http;
    private final ServiceToken token;

    /**
     * @param base its URL, without a slash at the end
     */
    Neighbour(String base, ServiceToken token) {
        this.http = Calls.client().baseUrl(base).build();
        this.token = token;
    }

    /**
     * What it said: something, or a refusal by its own code. A refusal of anything else on the way
     * is an outage.
     */
    sealed interface Word<T> {
        record Said<T>(T content) implements Word<T> {}

        record Refused<T>(String code) implements Word<T> {}
    }

    private record Problem(@Nullable String code) {}

    /** What an answer without content says. */
    record Nothing() {}

    /**
     * @throws RestClientException when it could not be asked; ask again later
     */
    <T> Word<T> get(Class<T> type, String path, Object... variables) {
        return http.get()
                .uri(path, variables)
                .headers(it -> it.setBearerAuth(token.current()))
                .exchange((request, response) -> word(response, type));
    }

    /**
     * For what can be repeated: the key is a new one each time.
     *
     * @throws RestClientException when it could not be asked; ask again later
     */
    <T> Word<T> post(Class<T> type, Object content, String path, Object... variables) {
        return http.post()
                .uri(path, variables)
                .headers(it -> it.setBearerAuth(token.current()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(content)
                .exchange((request, response) -> word(response, type));
    }

    /**
     * The same for what is answered without content.
     *
     * @throws RestClientException when it could not be asked; ask again later
     */
    Word<Nothing> tell(Object content, String path, Object... variables) {
        return http.post()
                .uri(path, variables)
                .headers(it -> it.setBearerAuth(token.current()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(content)
                .exchange(
                        (request, response) ->
                                response.getStatusCode().is2xxSuccessful()
                                        ? new Word.Said<>(new Nothing())
                                        : word(response, Nothing.class));
    }

    private <T> Word<T> word(ConvertibleClientHttpResponse response, Class<T> type)
            throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.is2xxSuccessful()) {
            T content = response.bodyTo(type);
            if (content == null) {
                throw new RestClientException("an answer without content");
            }
            return new Word.Said<>(content);
        }
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND) || status.isSameCodeAs(HttpStatus.CONFLICT)) {
            Problem problem = response.bodyTo(Problem.class);
            if (problem != null && problem.code() != null) {
                return new Word.Refused<>(problem.code());
            }
        }
        if (status.isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            token.forget();
        }
        throw new RestClientException("a neighbour answered " + status.value());
    }
}
