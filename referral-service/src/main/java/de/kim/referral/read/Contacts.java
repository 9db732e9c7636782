package de.kim.referral.read;

import de.kim.events.MessageKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Name and contact of a person, for those who write to them. Every reading is logged. */
@Repository
public class Contacts {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Contacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a message needs; {@code preferredLanguage} is ISO 639-1. */
    public record Contact(String name, @Nullable String email, String preferredLanguage) {
        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "Contact[]";
        }
    }

    /** The contact; that it was read, by whom and what for, is stored before it is given out. */
    @Transactional
    public Optional<Contact> read(UUID referralId, String body, MessageKind purpose) {
        Optional<Contact> contact =
                jdbc.sql(
                                """
                                select first_name || ' ' || surname as name, email,
                                    preferred_language
                                from vault.person where referral_id = ?
                                """)
                        .param(referralId)
                        .query(Contact.class)
                        .optional();
        contact.ifPresent(given -> log(referralId, body, purpose));
        return contact;
    }

    private void log(UUID referralId, String body, MessageKind purpose) {
        jdbc.sql(
                        "insert into contact_read (referral_id, body, purpose, read_at) values (?, ?, ?, ?)")
                .params(referralId, body, purpose.name(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
