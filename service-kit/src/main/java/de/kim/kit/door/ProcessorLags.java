package de.kim.kit.door;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far every processor of this service is behind, in events and in seconds, as it is when asked:
 * those that follow its own store, and the inbox.
 */
final class ProcessorLags implements MeterBinder {
    /** Counting more would cost more than it tells. */
    private static final int MOST = 100_000;

    private final EventProcessingConfiguration processing;
    private final JdbcTemplate jdbc;
    private final InboxLag inbox;
    private final Clock clock;

    ProcessorLags(
            EventProcessingConfiguration processing,
            JdbcTemplate jdbc,
            InboxLag inbox,
            Clock clock) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        processing
                .eventProcessors()
                .forEach(
                        (name, processor) -> {
                            if (processor instanceof StreamingEventProcessor streaming) {
                                bind(registry, name, streaming, this::events, this::seconds);
                            }
                        });
        bind(registry, "inbox", inbox, InboxLag::events, InboxLag::seconds);
        for (Parked.Why why : Parked.Why.values()) {
            Gauge.builder(DoorNames.PARKED, why, this::parked)
                    .tag("why", why.name())
                    .register(registry);
        }
    }

    private static <T> void bind(
            MeterRegistry registry,
            String name,
            T processor,
            ToDoubleFunction<T> events,
            ToDoubleFunction<T> seconds) {
        Gauge.builder(DoorNames.LAG_EVENTS, processor, events)
                .tag("processor", name)
                .description("Events not processed yet, 100000 at most")
                .register(registry);
        Gauge.builder(DoorNames.LAG_SECONDS, processor, seconds)
                .tag("processor", name)
                .description("Age of the oldest event not processed yet")
                .register(registry);
    }

    private double events(StreamingEventProcessor processor) {
        Long events =
                jdbc.queryForObject(
                        "select count(*) from (select from event where position > ? limit ?) behind",
                        Long.class,
                        position(processor),
                        MOST);
        return events == null ? 0 : events;
    }

    private double seconds(StreamingEventProcessor processor) {
        List<OffsetDateTime> oldest =
                jdbc.queryForList(
                        "select occurred_at from event where position > ? order by position limit 1",
                        OffsetDateTime.class,
                        position(processor));
        if (oldest.isEmpty()) {
            return 0;
        }
        Duration age = Duration.between(oldest.getFirst().toInstant(), clock.instant());
        return Math.max(0, age.toMillis()) / 1000.0;
    }

    private double parked(Parked.Why why) {
        Long rows =
                jdbc.queryForObject(
                        "select count(*) from inbox_parked where why = ?", Long.class, why.name());
        return rows == null ? 0 : rows;
    }

    /** The position of a processor that runs here; one that runs elsewhere is not behind here. */
    private static long position(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
