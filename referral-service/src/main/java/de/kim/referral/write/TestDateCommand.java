package de.kim.referral.write;

import java.util.UUID;

/** Everything that can be asked of a test date. */
public sealed interface TestDateCommand
        permits OpenTestDate, TakeSeat, FreeSeat, RecordMiss, GiveResult, CancelTestDate {
    UUID testDateId();
}
