package de.kim.kit.door;

import de.kim.kit.work.RootUnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;

/** Wires the way into a service that has one. */
@ConditionalOnBean(InDoor.class)
@Configuration(proxyBeanMethods = false)
class InboxWiring {
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long BETWEEN_COMMITS_MILLIS = 1_000;

    /** An event that comes alone waits for nothing; those that follow closely come together. */
    private static final long BETWEEN_POLLS_MILLIS = 20;

    @Bean
    ParkingLot parkingLot(JdbcTemplate jdbc) {
        return new ParkingLot(jdbc);
    }

    @Bean
    Reception reception(
            InDoor door,
            CloudEventJson json,
            RootUnitOfWork root,
            JdbcTemplate jdbc,
            ParkingLot parking,
            DoorProperties properties,
            DoorMetrics metrics,
            StepListener steps,
            ObjectProvider<Clock> clocks) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        InboxMarks marks = new InboxMarks(jdbc);
        Failures failures = new Failures(root, marks, parking, properties, metrics, clock);
        ProfileReception profiles =
                new ProfileReception(root, marks, parking, door, failures, metrics, steps);
        return new Reception(
                json, root, marks, parking, door, profiles, failures, metrics, steps, clock);
    }

    @Bean(DoorNames.INBOX)
    Consumer<Message<List<ConsumerRecord<byte[], byte[]>>>> hear(
            Reception reception, InboxLag lag, DoorProperties properties) {
        return new InboxConsumer(reception, lag, properties.topicPrefix());
    }

    @Bean(DoorNames.INBOX_RECORDS)
    KafkaRecords kafkaRecords() {
        return new KafkaRecords();
    }

    /**
     * The topics are known to the service's Inbox only; bindings start after this. They are a
     * pattern, because for a pattern the binder asks the broker nothing: it would hold up the
     * start, for minutes when the broker is away.
     */
    @Bean
    SmartInitializingSingleton inboxTopics(
            BindingServiceProperties bindings, InDoor door, DoorProperties properties) {
        return () -> {
            BindingProperties binding = bindings.getBindingProperties(DoorNames.INBOX_BINDING);
            binding.setDestination(
                    door.topics().stream()
                            .map(topic -> properties.topicPrefix() + topic.destination())
                            .sorted()
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")));
            binding.getConsumer().setAutoStartup(!door.topics().isEmpty());
        };
    }

    /**
     * Whatever the inbox throws is an outage: the same records again, for ever. Where it is, the
     * broker is told once a second and not after every record: what it gives again after a crash,
     * the marks of the inbox know.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> inboxNeverGivesUp(
            InboxLag lag) {
        return (container, destination, group) -> {
            ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
            pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
            container.setCommonErrorHandler(new DefaultErrorHandler(pauses));
            container.getContainerProperties().setAckMode(AckMode.TIME);
            container.getContainerProperties().setAckTime(BETWEEN_COMMITS_MILLIS);
            container.getContainerProperties().setIdleBetweenPolls(BETWEEN_POLLS_MILLIS);
            lag.watch(container);
        };
    }

    @Bean
    Retries retries(
            ParkingLot parking,
            Reception reception,
            DoorProperties properties,
            ObjectProvider<Clock> clock) {
        return new Retries(parking, reception, properties, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    DeadLetterEndpoint deadLetterEndpoint(
            JdbcTemplate jdbc, ParkingLot parking, ObjectProvider<Clock> clock) {
        return new DeadLetterEndpoint(
                new DeadLetters(jdbc), parking, clock.getIfAvailable(Clock::systemUTC));
    }
}
