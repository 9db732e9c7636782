package de.kim.referral.write;

import de.kim.events.Profile;
import de.kim.kit.door.ProfileSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * People's data, apart from the events: identity and contact of each referral, and every version of
 * its {@link Profile}. It is written in the unit of work that stores the event, so the commitment
 * in the event never stands for a profile that is not there.
 */
@Repository
public class Vault implements ProfileSource {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    public Vault(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID referralId, PersonalData person) {
        jdbc.sql(
                        """
                        insert into vault.person (referral_id, surname, first_name, birth_date,
                            file_number, email, phone, preferred_language)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(referralId, person.surname(), person.firstName(), person.birthDate())
                .param(person.fileNumber())
                .param(person.contact().email())
                .param(person.contact().phone())
                .param(person.contact().preferredLanguage())
                .update();
    }

    void change(UUID referralId, PersonalData.Contact contact) {
        jdbc.sql(
                        """
                        update vault.person set email = ?, phone = ?, preferred_language = ?
                        where referral_id = ?
                        """)
                .param(contact.email())
                .param(contact.phone())
                .params(contact.preferredLanguage(), referralId)
                .update();
    }

    /**
     * The birth date, for the age band; empty when there is no such person. Holds the row until the
     * unit of work ends, so that two amendments do not count up to the same version.
     */
    Optional<LocalDate> lockedBirthDate(UUID referralId) {
        return jdbc.sql("select birth_date from vault.person where referral_id = ? for update")
                .param(referralId)
                .query(LocalDate.class)
                .optional();
    }

    void keep(Profile profile) {
        jdbc.sql(
                        """
                        insert into vault.profile (referral_id, version, attributes)
                        values (?, ?, ?::jsonb)
                        """)
                .params(profile.referralId(), profile.version(), JSON.writeValueAsString(profile))
                .update();
    }

    @Override
    public Optional<Profile> profile(UUID referralId) {
        return jdbc.sql(
                        """
                        select attributes from vault.profile where referral_id = ?
                        order by version desc limit 1
                        """)
                .param(referralId)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Profile.class));
    }
}
