package de.kim.audit.report;

import java.util.List;

/**
 * How full the courses are. Places are counted, not people, so nothing is suppressed.
 *
 * @param providers one line each, by code
 */
public record Utilisation(Places total, List<OfProvider> providers) {
    public Utilisation {
        providers = List.copyOf(providers);
    }

    /**
     * Places.
     *
     * @param capacity in force
     * @param offered held for somebody who has not answered
     * @param accepted taken
     * @param started of those taken, begun
     * @param free capacity − accepted − offered
     */
    public record Places(
            int courses, int capacity, int offered, int accepted, int started, int free) {
        static final Places NONE = new Places(0, 0, 0, 0, 0, 0);

        static Places ofCourse(int capacity, int offered, int accepted, int started) {
            return new Places(
                    1, capacity, offered, accepted, started, capacity - accepted - offered);
        }

        Places plus(Places other) {
            return new Places(
                    courses + other.courses,
                    capacity + other.capacity,
                    offered + other.offered,
                    accepted + other.accepted,
                    started + other.started,
                    free + other.free);
        }
    }

    /**
     * The places of one provider.
     *
     * @param name empty when its admission has not been heard of yet
     */
    public record OfProvider(String providerId, String name, Places places) {}

    static Utilisation of(List<OfProvider> providers) {
        Places total = providers.stream().map(OfProvider::places).reduce(Places.NONE, Places::plus);
        return new Utilisation(total, providers);
    }
}
