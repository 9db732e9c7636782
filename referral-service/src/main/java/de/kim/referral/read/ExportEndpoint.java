package de.kim.referral.read;

import de.kim.events.DataClass;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.referral.write.ReferralRefusal;
import de.kim.referral.write.vault.AccessLog;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a person may have (Art. 15 and 20 GDPR): everything that this service holds under a
 * referral, and who read it. What the other services hold is under the referral's id, too: {@code
 * GET /api/referrals/{id}/timeline} of reporting-service tells all of it.
 */
@RestController
class ExportEndpoint {
    private final Referrals referrals;
    private final HistoryOfReferral history;
    private final Vault vault;
    private final AccessLog log;

    ExportEndpoint(Referrals referrals, HistoryOfReferral history, Vault vault, AccessLog log) {
        this.referrals = referrals;
        this.history = history;
        this.vault = vault;
        this.log = log;
    }

    /**
     * Everything.
     *
     * @param person null once the person was erased
     */
    record Export(
            ReferralView referral,
            @Nullable Person person,
            List<Happened> history,
            List<AccessLog.Entry> readings) {
        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "Export[]";
        }
    }

    /** What happened, as it is stored. */
    record Happened(String type, Instant at, Map<String, Object> content) {}

    @Allow(Role.REFERRER)
    @GetMapping("/api/referrals/{id}/export")
    Export export(@PathVariable("id") UUID id, Actor actor) {
        ReferralView referral =
                referrals
                        .one(id, actor.body())
                        .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND));
        Reading reading = new Reading(actor.body(), actor.account(), "EXPORT");
        Person person = vault.read(id, EnumSet.allOf(DataClass.class), reading).orElse(null);
        return new Export(referral, person, history.of(id), readings(id));
    }

    /** The bodies; who acted for them is no data of the person. */
    private List<AccessLog.Entry> readings(UUID id) {
        return log.of(id, 0, Integer.MAX_VALUE).stream()
                .map(AccessLog.Entry::withoutAccount)
                .toList();
    }
}
