package de.kim.rules.counterfactual;

/** What other rules would have changed for somebody in one round. */
public enum Effect {
    /** The same place, or none under both. */
    SAME,
    /** A place under both, and not the same one. */
    OTHER_PLACE,
    /** A place under the other rules only. */
    GAINED,
    /** A place under the rules of then only. */
    LOST
}
