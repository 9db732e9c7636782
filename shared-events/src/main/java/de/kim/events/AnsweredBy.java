package de.kim.events;

/** Who gave the answer to an offer. */
public enum AnsweredBy {
    /** The person, by the link in the message. */
    PERSON,
    /** The referring body, on behalf of the person. */
    COUNSELLOR
}
