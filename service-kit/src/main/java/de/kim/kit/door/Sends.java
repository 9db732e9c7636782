package de.kim.kit.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.messaging.MessageHeaders;

/** The sends of one unit of work, acknowledged or not. Used by one thread. */
final class Sends {
    private final List<Future<?>> futures = new ArrayList<>();
    private final MessageHeaders headers =
            new MessageHeaders(Map.of(KafkaIntegrationHeaders.FUTURE_TOKEN, this));

    /** What every message of these sends carries, so that its future comes back here. */
    MessageHeaders headers() {
        return headers;
    }

    void add(Future<?> acknowledgement) {
        futures.add(acknowledgement);
    }

    int size() {
        return futures.size();
    }

    /**
     * Waits until every one is acknowledged.
     *
     * @throws NotSaidException when one is not
     */
    void join(int expected, Duration timeout) {
        if (futures.size() != expected) {
            throw new NotSaidException(
                    expected + " events were sent, of " + futures.size() + " it can be known",
                    null);
        }
        try {
            CompletableFuture.allOf(
                            futures.stream()
                                    .map(CompletableFuture.class::cast)
                                    .toArray(CompletableFuture<?>[]::new))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotSaidException("The broker did not acknowledge", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSaidException("Interrupted while waiting for the broker", e);
        }
    }
}
