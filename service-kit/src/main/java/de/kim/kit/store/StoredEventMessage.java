package de.kim.kit.store;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/** An event read from the store; it knows its number among the public events of its aggregate. */
public final class StoredEventMessage<T> extends GenericTrackedDomainEventMessage<T> {
    private static final long serialVersionUID = 1L;

    private final @Nullable Long subjectSequence;

    StoredEventMessage(
            TrackingToken token,
            @Nullable String aggregateType,
            String aggregateId,
            long sequence,
            Message<T> message,
            Supplier<Instant> occurredAt,
            @Nullable Long subjectSequence) {
        super(token, aggregateType, aggregateId, sequence, message, occurredAt);
        this.subjectSequence = subjectSequence;
    }

    /**
     * Its number among the public events of its aggregate, from 1, without gaps, given when it was
     * appended; empty when it is not public.
     */
    public OptionalLong subjectSequence() {
        return subjectSequence == null
                ? OptionalLong.empty()
                : OptionalLong.of(subjectSequence.longValue());
    }

    @Override
    public StoredEventMessage<T> withTrackingToken(TrackingToken token) {
        return copy(token, getDelegate());
    }

    @Override
    public StoredEventMessage<T> withMetaData(Map<String, ?> metaData) {
        return copy(trackingToken(), getDelegate().withMetaData(metaData));
    }

    @Override
    public StoredEventMessage<T> andMetaData(Map<String, ?> metaData) {
        return copy(trackingToken(), getDelegate().andMetaData(metaData));
    }

    private StoredEventMessage<T> copy(TrackingToken token, Message<T> message) {
        return new StoredEventMessage<>(
                token,
                getType(),
                getAggregateIdentifier(),
                getSequenceNumber(),
                message,
                this::getTimestamp,
                subjectSequence);
    }
}
