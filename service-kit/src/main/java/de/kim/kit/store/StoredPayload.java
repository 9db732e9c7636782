package de.kim.kit.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.axonframework.messaging.AbstractMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Payload and metadata of a stored event, each read from its bytes when it is asked for. Unlike
 * Axon's own lazy message it knows its class, so that finding the handlers of an event does not
 * look the class up by name again and again.
 */
final class StoredPayload<T> extends AbstractMessage<T> {
    private static final long serialVersionUID = 1L;
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private final transient StoredEvent event;
    private final transient Serializer serializer;
    private transient volatile @Nullable T payload;
    private transient volatile @Nullable MetaData metaData;

    StoredPayload(StoredEvent event, Serializer serializer, @Nullable MetaData metaData) {
        super(event.eventId());
        this.event = event;
        this.serializer = serializer;
        this.metaData = metaData;
    }

    @Override
    @SuppressWarnings("unchecked") // the class was looked up by the stored type's name
    public Class<T> getPayloadType() {
        return (Class<T>) event.payloadClass();
    }

    @Override
    public T getPayload() {
        T read = payload;
        if (read == null) {
            read = serializer.deserialize(event.getPayload());
            payload = read;
        }
        return read;
    }

    @Override
    public MetaData getMetaData() {
        MetaData read = metaData;
        if (read == null) {
            read =
                    Arrays.equals(event.metadata(), EMPTY)
                            ? MetaData.emptyInstance()
                            : serializer.deserialize(event.getMetaData());
            metaData = read;
        }
        return read;
    }

    @Override
    protected Message<T> withMetaData(MetaData other) {
        StoredPayload<T> copy = new StoredPayload<>(event, serializer, other);
        copy.payload = payload;
        return copy;
    }

    /** The bytes as they are stored, when that is what is asked for. */
    @Override
    @SuppressWarnings("unchecked")
    public <R> SerializedObject<R> serializePayload(Serializer other, Class<R> representation) {
        return other == serializer && representation == byte[].class
                ? (SerializedObject<R>) event.getPayload()
                : super.serializePayload(other, representation);
    }
}
