package de.kim.allocation.read;

import de.kim.events.Profile;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Personal attributes, in a table of their own: erasure removes the row. */
@Component
public class HeardProfiles {
    private final JdbcClient jdbc;
    private final KeptRoundInputs inputs;

    public HeardProfiles(JdbcClient jdbc, KeptRoundInputs inputs) {
        this.jdbc = jdbc;
        this.inputs = inputs;
    }

    public void project(Profile profile) {
        jdbc.sql(
                        """
                        insert into heard_profile (referral_id, version, commitment, gender,
                            age_band, municipality, childcare_needed, accessibility_needed,
                            available)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (referral_id) do update set
                            version = excluded.version, commitment = excluded.commitment,
                            gender = excluded.gender, age_band = excluded.age_band,
                            municipality = excluded.municipality,
                            childcare_needed = excluded.childcare_needed,
                            accessibility_needed = excluded.accessibility_needed,
                            available = excluded.available
                        where heard_profile.version < excluded.version
                        """)
                .params(
                        profile.referralId(),
                        profile.version(),
                        profile.commitment(),
                        profile.gender().name(),
                        profile.ageBand().name(),
                        profile.municipality(),
                        profile.childcareNeeded(),
                        profile.accessibilityNeeded(),
                        JsonColumn.write(profile.available()))
                .update();
    }

    /**
     * Removes the profile, the person's part of every round's input, and what was said in words of
     * a place out of turn.
     */
    public void erase(UUID referralId) {
        inputs.alone();
        jdbc.sql("delete from heard_profile where referral_id = ?").param(referralId).update();
        inputs.erase(referralId);
        jdbc.sql("delete from override_reason where referral_id = ?").param(referralId).update();
    }
}
