package de.kim.reporting.read.report;

import de.kim.audit.bundle.Bundle;
import de.kim.audit.bundle.BundleWriter;
import de.kim.audit.note.SignedNote;
import de.kim.audit.report.Report;
import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.LedgerRecord;
import de.kim.reporting.read.ReportSource;
import de.kim.reporting.read.ReportingRefusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes audit bundles: events, leaves and report as they were at one instant, under a checkpoint
 * of exactly that size.
 */
@Component
public class Bundles {
    /** Opens what is written to; asked when nothing can be refused any more. */
    interface Target {
        OutputStream open() throws IOException;
    }

    private final LedgerRecord ledger;
    private final ReportSource source;

    public Bundles(LedgerRecord ledger, ReportSource source) {
        this.ledger = ledger;
        this.source = source;
    }

    /**
     * Writes the bundle of a quarter.
     *
     * @throws Refused LEDGER_EMPTY or LEDGER_NOT_SIGNABLE; nothing is written then
     */
    void write(String quarter, Period period, Target target) {
        ledger.atOneInstant(
                size -> {
                    if (size == 0) {
                        throw new Refused(ReportingRefusal.LEDGER_EMPTY);
                    }
                    SignedNote last =
                            ledger.signed(size)
                                    .orElseThrow(
                                            () ->
                                                    new Refused(
                                                            ReportingRefusal.LEDGER_NOT_SIGNABLE));
                    Report report =
                            source.read(period.from(), period.until())
                                    .report(period.from(), period.until());
                    try (BundleWriter zip = new BundleWriter(target.open())) {
                        zip.head(
                                manifest(quarter, size, report),
                                ledger.keys(),
                                checkpoints(size, last));
                        ledger.leaves(size, zip::leaf);
                        zip.beginEvents();
                        ledger.events(size, zip::event);
                        zip.report(report);
                    } catch (IOException e) {
                        // most often the reader has gone away
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private Bundle.Manifest manifest(String quarter, long size, Report report) {
        return new Bundle.Manifest(
                Bundle.FORMAT,
                quarter,
                size,
                ledger.root(size).base64(),
                report.definitionsVersion());
    }

    private List<String> checkpoints(long size, SignedNote last) {
        List<String> notes =
                new ArrayList<>(
                        ledger.checkpointsOfDays(size).stream().map(SignedNote::toString).toList());
        if (!notes.contains(last.toString())) {
            notes.add(last.toString());
        }
        return notes;
    }
}
