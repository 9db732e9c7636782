package de.kim.kit.door;

import de.kim.events.Topic;
import org.jspecify.annotations.Nullable;

/** A Kafka record as it was read. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Arrival(
        Topic topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] bytes) {}
