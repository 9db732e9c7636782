package de.kim.kit.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates that were used lately, so that they need not be built again from all their events. The
 * least recently used one goes first.
 *
 * <p>An aggregate is in here only while nobody works on it: whoever uses it takes it out, and it
 * comes back after the commit of the database transaction. So a rollback, of whatever kind and
 * however late, leaves nothing behind that was never stored.
 */
public final class HotAggregates {
    private record Key(Class<?> type, String id) {}

    private final Map<Key, Object> aggregates;

    /**
     * @param capacity how many aggregates are kept, 0 for none
     */
    public HotAggregates(int capacity) {
        aggregates =
                new LinkedHashMap<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Key, Object> eldest) {
                        return size() > capacity;
                    }
                };
    }

    /** Takes the aggregate out; null when it is not here. */
    synchronized @Nullable Object take(Class<?> type, String id) {
        return aggregates.remove(new Key(type, id));
    }

    synchronized void put(Class<?> type, String id, Object aggregate) {
        aggregates.put(new Key(type, id), aggregate);
    }

    /** How many aggregates are kept now. */
    public synchronized int size() {
        return aggregates.size();
    }
}
