package de.kim.kit.door;

import de.kim.events.Envelope;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.store.StoredEventMessage;
import de.kim.kit.work.MessageOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Says the public ones among the stored events, in their order, at least once. The events of a
 * batch are sent without waiting; before the token moves all of them must be acknowledged, or the
 * whole batch is said again.
 */
@ProcessingGroup(DoorNames.OUTBOX)
@DisallowReplay
public final class OutboxPublisher {
    private static final String BATCH = OutboxPublisher.class.getName() + ".batch";

    private final OutDoor<?> door;
    private final Optional<ProfileSource> profiles;
    private final StreamSender sender;
    private final CloudEventJson json;
    private final String source;
    private final Duration sendTimeout;
    private final DoorMetrics metrics;
    private final StepListener steps;

    OutboxPublisher(
            OutDoor<?> door,
            Optional<ProfileSource> profiles,
            StreamSender sender,
            CloudEventJson json,
            String source,
            Duration sendTimeout,
            DoorMetrics metrics,
            StepListener steps) {
        this.door = door;
        this.profiles = profiles;
        this.sender = sender;
        this.json = json;
        this.source = source;
        this.sendTimeout = sendTimeout;
        this.metrics = metrics;
        this.steps = steps;
    }

    /** Called by Axon with each stored event. */
    @EventHandler
    public void on(EventMessage<?> message) {
        Batch batch =
                CurrentUnitOfWork.get().root().getOrComputeResource(BATCH, key -> startBatch());
        StoredEventMessage<?> stored = (StoredEventMessage<?>) message;
        // One without a number was not public when it was stored, and stays so.
        if (stored.subjectSequence().isEmpty()) {
            return;
        }
        try {
            say(stored, batch);
        } catch (LinkageError | AssertionError | StackOverflowError e) {
            // After an error Axon's processor would not try again.
            throw new NotSaidException(stored.getIdentifier() + " cannot be said", e);
        }
    }

    private void say(StoredEventMessage<?> stored, Batch batch) {
        switch (say(door, stored.getPayload())) {
            case Saying.Publish publish -> publish(stored, publish, batch);
            case Saying.StaysHere stays ->
                    throw new IllegalStateException(
                            stored.getIdentifier() + " is numbered and cannot stay here");
        }
    }

    /** What the door says of a stored event. */
    static <S> Saying say(OutDoor<S> door, Object stored) {
        return door.say(door.stored().cast(stored));
    }

    private Batch startBatch() {
        steps.reached(Step.OUTBOX_READ);
        Batch batch = new Batch();
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        root.onPrepareCommit(work -> batch.join());
        root.afterCommit(work -> steps.reached(Step.OUTBOX_TOKEN_MOVED));
        return batch;
    }

    private void publish(StoredEventMessage<?> stored, Saying.Publish publish, Batch batch) {
        Envelope envelope = envelope(stored, publish.event());
        UUID referral = publish.profileOf();
        if (referral != null) {
            byte[] profile =
                    profiles.flatMap(it -> it.profile(referral))
                            .map(it -> json.write(it, envelope))
                            .orElse(null);
            batch.send(Topic.PROFILES, referral.toString(), profile, Profile.WIRE_NAME);
        }
        batch.send(
                Wire.topicOf(publish.event()),
                envelope.subject(),
                json.write(envelope),
                envelope.type());
    }

    private Envelope envelope(StoredEventMessage<?> stored, PublicEvent event) {
        String id = stored.getIdentifier();
        if (!stored.getAggregateIdentifier().equals(event.subject())) {
            throw new IllegalStateException(
                    "The subject of " + event.getClass() + " is not the aggregate's id");
        }
        MetaData origin = stored.getMetaData();
        return new Envelope(
                UUID.fromString(id),
                source,
                stored.subjectSequence().orElseThrow(),
                stored.getTimestamp(),
                text(origin, MessageOrigin.CORRELATION_ID, id),
                text(origin, MessageOrigin.CAUSATION_ID, id),
                origin.get(MessageOrigin.BODY) instanceof String body ? body : null,
                event);
    }

    private static String text(MetaData origin, String key, String otherwise) {
        return origin.get(key) instanceof String text ? text : otherwise;
    }

    private final class Batch {
        private final Sends sends = new Sends();
        private final List<String> types = new ArrayList<>();

        void send(Topic topic, String key, byte @Nullable [] value, String type) {
            sender.send(topic, key, value, sends);
            types.add(type);
        }

        void join() {
            steps.reached(Step.OUTBOX_SENT);
            sends.join(types.size(), sendTimeout);
            types.forEach(type -> metrics.out(type, Result.SAID));
            steps.reached(Step.OUTBOX_ACKNOWLEDGED);
        }
    }
}
