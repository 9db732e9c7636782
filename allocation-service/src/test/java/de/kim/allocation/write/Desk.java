package de.kim.allocation.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Given events, when a command, then events or a refusal: Axon's fixtures know one aggregate, the
 * desk changes two. The commands go over a real command bus to the real handlers.
 */
final class Desk {
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Configuration axon;
    private int given;
    private @Nullable String refusal;

    static {
        System.setProperty("disable-axoniq-console-message", "true");
    }

    Desk() {
        axon =
                DefaultConfigurer.defaultConfiguration()
                        .configureEmbeddedEventStore(config -> engine)
                        .configureAggregate(CoursePlaces.class)
                        .configureAggregate(Placement.class)
                        .configureAggregate(ClearingRound.class)
                        .configureAggregate(PublishedRulebook.class)
                        .registerCommandHandler(config -> new PlaceDesk(files(config)))
                        .buildConfiguration();
        axon.start();
    }

    private static Files files(Configuration config) {
        return new Files(
                config.repository(CoursePlaces.class),
                config.repository(Placement.class),
                config.eventStore());
    }

    static Desk given(AllocationHistory... events) {
        return new Desk().and(events);
    }

    Desk and(AllocationHistory... events) {
        for (AllocationHistory event : events) {
            String id = idOf(event);
            long next =
                    axon.eventStore().lastSequenceNumberFor(id).map(last -> last + 1).orElse(0L);
            engine.appendEvents(new GenericDomainEventMessage<>(typeOf(event), id, next, event));
        }
        given = history().size();
        return this;
    }

    Desk when(Object command) {
        given = history().size();
        refusal = null;
        try {
            axon.commandGateway().<@Nullable Object>sendAndWait(command);
        } catch (Refused e) {
            refusal = e.refusal().name();
        }
        return this;
    }

    void then(AllocationHistory... events) {
        assertThat(refusal).as("refusal").isNull();
        assertThat(news()).containsExactly(events);
    }

    void refused(AllocationRefusal expected) {
        assertThat(news()).isEmpty();
        assertThat(refusal).isEqualTo(expected.name());
    }

    /** The events of the last command. */
    List<AllocationHistory> news() {
        return history().subList(given, history().size());
    }

    /** What the last command came to, in one line. */
    String answer() {
        if (refusal != null) {
            return refusal;
        }
        List<String> names = new ArrayList<>();
        news().forEach(event -> names.add(event.getClass().getSimpleName()));
        return names.isEmpty() ? "(nothing)" : String.join(", ", names);
    }

    List<AllocationHistory> history() {
        return engine.readEvents(null, false)
                .map(EventMessage.class::cast)
                .map(Message::getPayload)
                .map(AllocationHistory.class::cast)
                .toList();
    }

    private static String idOf(AllocationHistory event) {
        return switch (event) {
            case CoursePlacesHistory e -> e.courseId().toString();
            case PlacementHistory e -> e.referralId().toString();
            case ClearingRoundHistory e -> e.roundId().toString();
            case PublishedRulebookHistory e -> PublishedRulebook.ID;
        };
    }

    private static String typeOf(AllocationHistory event) {
        return switch (event) {
            case CoursePlacesHistory e -> "CoursePlaces";
            case PlacementHistory e -> "Placement";
            case ClearingRoundHistory e -> "ClearingRound";
            case PublishedRulebookHistory e -> "PublishedRulebook";
        };
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
