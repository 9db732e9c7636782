package de.kim.notification.read;

/**
 * Whom a letter goes to. Lives only as long as one attempt to write it.
 *
 * @param street with the number of the house
 */
public record Recipient(String name, String street, String postCode, String town) {
    /** So that it never gets into a log by accident. */
    @Override
    public String toString() {
        return "Recipient[hidden]";
    }
}
