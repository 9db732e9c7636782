package de.kim.events;

/** First or follow-up admission of a provider by the BAMF (Erst- und Folgezulassung, § 18 IntV). */
public enum AdmissionKind {
    FIRST,
    FOLLOW_UP
}
