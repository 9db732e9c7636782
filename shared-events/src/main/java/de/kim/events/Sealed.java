package de.kim.events;

/**
 * How many events a source has published whose time is before the seal's own, with a root over
 * (subject, last sequence), so that a lost tail is noticed.
 */
@WireName("kim.every.sealed.v1")
public record Sealed(String source, long published, String root) implements PublicEvent {
    @Override
    public String subject() {
        return source;
    }
}
