package de.kim.reporting.read.report;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of a referral that a figure counts.
 *
 * @param index in the ledger: its proof is asked for by it
 * @param referralId a pseudonym
 */
public record FigureEvent(
        long index,
        UUID referralId,
        UUID eventId,
        Instant time,
        String type,
        String source,
        String subject,
        long sequence) {}
