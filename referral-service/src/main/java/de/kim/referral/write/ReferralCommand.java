package de.kim.referral.write;

import java.util.UUID;

/** Everything that can be asked of a referral. */
public sealed interface ReferralCommand
        permits RequestReferral,
                AmendReferral,
                RecordPlacementTest,
                ChangeWishes,
                ConfirmInterest,
                LinkReferral,
                StandFor,
                WithdrawReferral,
                EnterInError,
                CompleteReferral,
                GiveConsent,
                RevokeConsent,
                DeleteData,
                ErasePerson {
    UUID referralId();
}
