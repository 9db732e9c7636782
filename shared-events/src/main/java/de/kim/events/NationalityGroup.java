package de.kim.events;

/** Groups of nationalities as the BAMF reports them. */
public enum NationalityGroup {
    UKRAINE,
    SYRIA,
    AFGHANISTAN,
    TURKEY,
    IRAN,
    IRAQ,
    EU,
    OTHER
}
