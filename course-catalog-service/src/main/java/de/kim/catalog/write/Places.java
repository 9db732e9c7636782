package de.kim.catalog.write;

/**
 * How many places a provider plans.
 *
 * @param asked for people who come through the network: what allocation is asked for
 * @param blocked kept for people who do not
 */
public record Places(int asked, int blocked) {
    /** All of them: the group. */
    public int planned() {
        return asked + blocked;
    }
}
