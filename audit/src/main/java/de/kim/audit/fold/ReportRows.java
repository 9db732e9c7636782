package de.kim.audit.fold;

import java.util.UUID;
import java.util.function.UnaryOperator;

/** Rows that {@link ReportFold} changes: tables when it runs live, maps when it rebuilds. */
public interface ReportRows {
    /** Changes the row of a referral, a fresh one when there was none. */
    void onCase(UUID referralId, UnaryOperator<ReportCase> change);

    /** Changes the row of a course, a fresh one when there was none. */
    void onCourse(UUID courseId, UnaryOperator<ReportCourse> change);

    /** Changes the row of a round, a fresh one when there was none. */
    void onRound(UUID roundId, UnaryOperator<ReportRound> change);

    void put(ReportProvider provider);

    void put(ReportOverride override);

    void put(ReportPassing passing);

    void put(ReportRulebook rulebook);
}
