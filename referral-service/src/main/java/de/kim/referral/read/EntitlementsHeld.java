package de.kim.referral.read;

import de.kim.referral.write.ReferralHistory;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code entitlement}: what each referral rests on, and rested on. */
@Repository
class EntitlementsHeld {
    private final JdbcClient jdbc;

    EntitlementsHeld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day of the entitlement that lasts longest. */
    record LastDay(LocalDate day, LocalDate registeredOn) {}

    /** The view may be made anew: what there was of the referral comes again. */
    void requested(ReferralHistory.Requested it) {
        jdbc.sql("delete from entitlement where referral_id = ?").param(it.referralId()).update();
        keep(
                it.referralId(),
                it.referralId(),
                it.legalBasis().name(),
                it.entitledOn(),
                it.lapsesOn());
    }

    void added(ReferralHistory.EntitlementAdded it) {
        keep(
                it.entitlementId(),
                it.referralId(),
                it.legalBasis().name(),
                it.entitledOn(),
                it.lapsesOn());
    }

    private void keep(
            UUID entitlementId,
            UUID referralId,
            String legalBasis,
            LocalDate entitledOn,
            @Nullable LocalDate lapsesOn) {
        jdbc.sql(
                        """
                        insert into entitlement
                            (entitlement_id, referral_id, legal_basis, entitled_on, lapses_on)
                        values (?, ?, ?, ?, ?)
                        on conflict (entitlement_id) do update
                        set entitled_on = excluded.entitled_on, lapses_on = excluded.lapses_on
                        """)
                .params(entitlementId, referralId, legalBasis, entitledOn)
                .param(lapsesOn)
                .update();
    }

    void ended(ReferralHistory.EntitlementEnded it) {
        jdbc.sql("update entitlement set ended_on = ?, end_reason = ? where entitlement_id = ?")
                .params(it.endedOn(), it.reason().name(), it.entitlementId())
                .update();
    }

    /** Empty when there is none, or one that does not lapse. */
    Optional<LastDay> lastDay(UUID referralId) {
        return jdbc.sql(
                        """
                        select max(e.lapses_on) as day, v.registered_on
                        from entitlement e join referral_view v using (referral_id)
                        where e.referral_id = ? and e.ended_on is null
                        group by v.registered_on having bool_and(e.lapses_on is not null)
                        """)
                .param(referralId)
                .query(LastDay.class)
                .optional();
    }
}
