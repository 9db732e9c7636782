package de.kim.kit.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * One row of table {@code event}, as Axon wants to see it: still serialized.
 *
 * @param position where it stands in the order of the streams, from 1; there may be gaps
 * @param sequence its number in its aggregate, from 0, without gaps
 * @param payloadClass the Java class of its stored type
 * @param subjectSequence its number among the public events of its aggregate, from 1; null when it
 *     is not public
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredEvent(
        long position,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        String eventId,
        Class<?> payloadClass,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata,
        Instant occurredAt,
        @Nullable Long subjectSequence)
        implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public @Nullable String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return occurredAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SimpleSerializedObject<>(metadata, byte[].class, MetaData.class.getName(), null);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(
                payload, byte[].class, payloadClass.getName(), revision);
    }
}
