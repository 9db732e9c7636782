package de.kim.events;

/** The lawful reasons for a change of provider (DOMAIN §5.10; § 14 IntV). */
public enum ProviderChangeReason {
    MOVED,
    FULL_OR_PART_TIME,
    CHILDCARE,
    WORK_OR_TRAINING,
    OTHER_SPECIAL_REASON
}
