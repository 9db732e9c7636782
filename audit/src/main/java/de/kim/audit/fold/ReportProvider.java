package de.kim.audit.fold;

/** All that the report knows of one provider: one row. */
public record ReportProvider(String providerId, String name) {}
