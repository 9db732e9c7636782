package de.kim.audit.bundle;

import java.util.List;

/**
 * The outcome of an audit.
 *
 * @param ok whether nothing is violated
 */
public record AuditResult(boolean ok, List<Property> properties) {
    /**
     * One property.
     *
     * @param name stable, such as {@code tree}
     * @param detail for people, in English
     */
    public record Property(String name, Verdict verdict, String detail) {}

    public AuditResult {
        properties = List.copyOf(properties);
    }

    static AuditResult of(List<Property> properties) {
        return new AuditResult(
                properties.stream().noneMatch(it -> it.verdict() == Verdict.VIOLATED), properties);
    }
}
