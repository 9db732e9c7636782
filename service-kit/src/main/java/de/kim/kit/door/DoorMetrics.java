package de.kim.kit.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what becomes of events, per door, event type and result. */
final class DoorMetrics {
    private record Key(String door, String type, Result result) {}

    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    DoorMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void in(String type, Result result) {
        count(new Key("in", type, result));
    }

    void out(String type, Result result) {
        count(new Key("out", type, result));
    }

    private void count(Key key) {
        counters.computeIfAbsent(key, this::counter).increment();
    }

    private Counter counter(Key key) {
        return Counter.builder(DoorNames.COUNTER)
                .tag("door", key.door())
                .tag("type", key.type())
                .tag("result", key.result().tag())
                .register(registry);
    }
}
