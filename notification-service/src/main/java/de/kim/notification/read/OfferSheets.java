package de.kim.notification.read;

import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import de.kim.rules.Municipalities;
import de.kim.rules.Municipality;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was heard of an offer and its course. */
@Component
public class OfferSheets {
    private static final Map<String, String> PLACES =
            Municipalities.OSNABRUECK.stream()
                    .collect(Collectors.toUnmodifiableMap(Municipality::key, Municipality::name));

    private final JdbcClient jdbc;

    public OfferSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty while nothing was heard of the offer. */
    public Optional<OfferSheet> of(UUID offerId) {
        return jdbc.sql(
                        """
                        select o.*, c.course_type, c.sections, c.times, c.municipality, c.accessible,
                            c.childcare, c.women_only, c.online, p.name as provider
                        from heard_offer o
                        left join heard_course c on c.course_id = o.course_id
                        left join heard_provider p on p.provider_id = c.provider_id
                        where o.offer_id = ?
                        """)
                .param(offerId)
                .query((row, number) -> sheet(row))
                .optional();
    }

    private static OfferSheet sheet(ResultSet row) throws SQLException {
        return new OfferSheet(
                row.getObject("offer_id", UUID.class),
                OfferSheet.State.valueOf(row.getString("state")),
                instant(row, "state_since"),
                row.getInt("section"),
                startsOn(row),
                instant(row, "answer_by"),
                course(row));
    }

    /** An accepted course may have been rescheduled since it was offered. */
    private static LocalDate startsOn(ResultSet row) throws SQLException {
        LocalDate offered = row.getObject("starts_on", LocalDate.class);
        String sections = row.getString("sections");
        int entered = row.getInt("section");
        return sections == null
                ? offered
                : CourseColumns.read(sections, Section.class).stream()
                        .filter(section -> section.number() == entered)
                        .map(Section::begins)
                        .findFirst()
                        .orElse(offered);
    }

    private static OfferSheet.@Nullable Course course(ResultSet row) throws SQLException {
        String type = row.getString("course_type");
        if (type == null) {
            return null;
        }
        String municipality = row.getString("municipality");
        return new OfferSheet.Course(
                CourseType.valueOf(type),
                row.getString("provider"),
                CourseColumns.read(row.getString("times"), WeeklyTime.class),
                PLACES.getOrDefault(municipality, municipality),
                row.getBoolean("accessible"),
                row.getBoolean("childcare"),
                row.getBoolean("women_only"),
                row.getBoolean("online"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
