package de.kim.catalog.write;

import de.kim.kit.refusal.Refused;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contacts of providers and courses, as last said (docs/adr/0016-contacts-of-providers.md). */
@Repository
class ContactBook {
    private final JdbcClient jdbc;

    ContactBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces a provider's own contact; another one's is not there. */
    void write(String providerId, ProviderContact contact, String saidBy) {
        int known =
                jdbc.sql(
                                """
                                insert into provider_contact
                                    (provider_id, phone, email, website, said_by)
                                select provider_id, ?, ?, ?, ? from provider_view
                                where provider_id = ? and provider_id = ?
                                on conflict (provider_id) do update set phone = excluded.phone,
                                    email = excluded.email, website = excluded.website,
                                    said_by = excluded.said_by
                                """)
                        .param(contact.phone())
                        .param(contact.email())
                        .param(contact.website())
                        .params(saidBy, providerId, saidBy)
                        .update();
        if (known == 0) {
            throw new Refused(CatalogRefusal.PROVIDER_NOT_FOUND);
        }
    }

    /**
     * Replaces the contact of an own course that is still planned or under way; another provider's
     * is not there.
     */
    void write(UUID courseId, CourseContact contact, String saidBy) {
        // locked, so that it cannot end in between and leave a person's name behind
        CourseState state =
                jdbc.sql(
                                """
                                select state from course_view
                                where course_id = ? and provider_id = ? for update
                                """)
                        .params(courseId, saidBy)
                        .query(String.class)
                        .optional()
                        .map(CourseState::valueOf)
                        .orElseThrow(() -> new Refused(CatalogRefusal.COURSE_NOT_FOUND));
        switch (state) {
            case SCHEDULED, STARTED -> {}
            case CANCELLED -> throw new Refused(CatalogRefusal.COURSE_CANCELLED);
            case COMPLETED -> throw new Refused(CatalogRefusal.COURSE_ALREADY_COMPLETED);
        }
        jdbc.sql(
                        """
                        insert into course_contact (course_id, person, phone, email, said_by)
                        values (?, ?, ?, ?, ?)
                        on conflict (course_id) do update set person = excluded.person,
                            phone = excluded.phone, email = excluded.email,
                            said_by = excluded.said_by
                        """)
                .param(courseId)
                .param(contact.person())
                .param(contact.phone())
                .param(contact.email())
                .param(saidBy)
                .update();
    }
}
