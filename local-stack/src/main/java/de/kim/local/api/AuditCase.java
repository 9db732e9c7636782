package de.kim.local.api;

import de.kim.local.Trouble;
import de.kim.local.issuer.Accounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Opens what an auditor reads under, where auditors read: each service keeps its own cases, because
 * none asks another.
 */
public final class AuditCase {
    private static final List<String> SERVICES = List.of("reporting-service", "allocation-service");

    private AuditCase() {}

    /**
     * Opens a case that ends tomorrow.
     *
     * @param purpose why; the bodies whose referrals are looked at are shown it
     */
    public static void open(Api api, String purpose) {
        open(api, purpose, UUID.randomUUID().toString());
    }

    /** The same, once for each key. */
    public static void open(Api api, String purpose, String key) {
        for (var service : SERVICES) {
            var answer =
                    api.post(
                            service,
                            "/api/audit-cases",
                            Accounts.AUDITOR,
                            key,
                            Map.of("purpose", purpose));
            if (!answer.done()) {
                throw new Trouble(answer.refusal(), "Nothing was read.");
            }
        }
    }
}
