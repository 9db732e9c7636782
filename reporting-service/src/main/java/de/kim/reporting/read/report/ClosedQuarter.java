package de.kim.reporting.read.report;

import java.time.Instant;

/**
 * A quarter whose figures do not change any more.
 *
 * @param size how many events of the ledger they rest on
 * @param root of the tree over these events, Base64
 * @param note the signed checkpoint of this size
 * @param closedBy the body that closed it
 */
public record ClosedQuarter(
        String quarter, long size, String root, String note, Instant closedAt, String closedBy) {}
