package de.kim.referral.write;

import java.util.UUID;

/** Everything that can be asked of a referral. */
public sealed interface ReferralCommand
        permits RequestReferral,
                AmendReferral,
                CorrectReferral,
                BookTest,
                EndTestBooking,
                RecordTestResult,
                RecordPlacementTest,
                ChangeWishes,
                ConfirmInterest,
                LapseInterest,
                LinkReferral,
                StandFor,
                AddEntitlement,
                EndEntitlement,
                WithdrawReferral,
                EnterInError,
                CompleteReferral,
                RaiseObjection,
                DecideObjection,
                GiveConsent,
                RevokeConsent,
                DeleteData,
                ErasePerson {
    UUID referralId();
}
