package de.kim.catalog.read;

import de.kim.catalog.write.CoursePlan;
import de.kim.catalog.write.ProviderContact;
import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.rules.Distance;
import de.kim.rules.Municipalities;
import de.kim.rules.Municipality;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The courses that can be entered, each once, by the day of its next entry. */
@Repository
class FreePlaces {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> MUNICIPALITIES =
            Municipalities.OSNABRUECK.stream()
                    .collect(Collectors.toUnmodifiableMap(Municipality::key, Municipality::name));

    /**
     * The distance is that of {@link Distance}, in the same integers: kilometres begun are at most
     * n where the square of the metres is at most that of n kilometres.
     */
    private static final String SQL =
            """
            with entry as (
                select course_id, min(begins) as next,
                    jsonb_agg(jsonb_build_object('number', number, 'begins', begins, 'ends', ends)
                        order by begins) as entries
                from course_section where begins between :from and :until
                group by course_id)
            select course.*, entry.entries, provider.name, contact.said_by, contact.phone,
                contact.email, contact.website, coalesce(asked.capacity, 0) as capacity,
                greatest(coalesce(asked.capacity, 0) - taken.places, 0) as free,
                coalesce(confirmed_on, scheduled_on) as places_said_on,
                coalesce(confirmed_on, scheduled_on) < :fresh as stale
            from entry join course_view course using (course_id)
            join provider_view provider using (provider_id)
            left join provider_contact contact using (provider_id)
            left join capacity_view asked using (course_id)
            cross join lateral (
                select count(*) as places from taken_place
                where taken_place.course_id = course.course_id) taken
            cross join lateral (
                select plan #>> '{venue,municipality}' as municipality,
                    cast(plan #>> '{venue,accessible}' as boolean) as accessible,
                    cast(plan #>> '{venue,latitudeE6}' as bigint) as latitude,
                    cast(plan #>> '{venue,longitudeE6}' as bigint) as longitude) venue
            cross join lateral (
                select (venue.latitude + :latitude) / 2 / 1000 as milli) mean
            cross join lateral (
                select abs(venue.latitude - :latitude) * 111195 / 1000000 as north,
                    abs(venue.longitude - :longitude) * 111195 / 1000000
                        * ((32400000000 - 4 * milli * milli) * 1000000
                            / (32400000000 + milli * milli))
                        / 1000000 as east) metres
            where course.state in ('SCHEDULED', 'STARTED')
            and (:full or asked.capacity > taken.places)
            and exists (
                select from admission_view admission
                where admission.provider_id = course.provider_id
                and course.course_type = any(admission.course_types)
                and entry.next between admission.valid_from and admission.valid_until)
            and (entry.next, course.number) > (:afterDay, :afterNumber)
            and (cardinality(:types) = 0 or course.course_type = any(:types))
            and (cast(:provider as text) is null or course.provider_id = :provider)
            and (cardinality(:municipalities) = 0 or exists (
                select from unnest(:municipalities) as key
                where starts_with(venue.municipality, key)))
            and (:metres < 0 or course.online or north * north + east * east <= :metres * :metres)
            and (cast(:childcare as boolean) is null or course.childcare = :childcare)
            and (cast(:extent as text) is null or course.extent = :extent)
            and (cast(:online as boolean) is null or course.online = :online)
            and (cast(:womenOnly as boolean) is null or course.women_only = :womenOnly)
            and (cast(:accessible as boolean) is null or venue.accessible = :accessible)
            and not exists (
                select from jsonb_to_recordset(plan -> 'times')
                    as lesson(day text, "from" time, "to" time)
                where cardinality(:weekdays) > 0 and day <> all(:weekdays)
                or "from" < cast(:notBefore as time) or "to" > cast(:notAfter as time))
            order by entry.next, course.number limit :rows
            """;

    /** Where the page before ended. */
    record After(LocalDate day, long number) {
        static final After NOTHING = new After(LocalDate.EPOCH, 0);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    FreePlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<FreePlace> after(FreePlacesQuery asked, After after, int rows) {
        LocalDate today = LocalDate.now(clock);
        FreePlacesQuery.Window window = asked.window(today);
        FreePlacesQuery.Circle circle = asked.circle();
        return jdbc.sql(SQL)
                .param("from", window.from())
                .param("until", window.until())
                .param("fresh", today.minusDays(Courses.DAYS_FRESH))
                .param("full", asked.alsoFull())
                .param("afterDay", after.day())
                .param("afterNumber", after.number())
                .param("types", names(asked.courseType()))
                .param("provider", asked.providerId(), Types.VARCHAR)
                .param("municipalities", texts(asked.municipality()))
                .param("latitude", circle == null ? 0L : circle.centre().latitudeE6())
                .param("longitude", circle == null ? 0L : circle.centre().longitudeE6())
                .param("metres", circle == null ? -1L : circle.kilometres() * 1000L)
                .param("childcare", asked.childcare(), Types.BOOLEAN)
                .param("extent", text(asked.extent()), Types.VARCHAR)
                .param("online", asked.online(), Types.BOOLEAN)
                .param("womenOnly", asked.womenOnly(), Types.BOOLEAN)
                .param("accessible", asked.accessible(), Types.BOOLEAN)
                .param("weekdays", names(asked.weekday()))
                .param("notBefore", text(asked.notBefore()), Types.VARCHAR)
                .param("notAfter", text(asked.notAfter()), Types.VARCHAR)
                .param("rows", rows)
                .query((row, i) -> place(row, circle))
                .list();
    }

    private static String[] names(@Nullable List<? extends Enum<?>> constants) {
        return constants == null
                ? new String[0]
                : constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static String[] texts(@Nullable List<String> texts) {
        return texts == null ? new String[0] : texts.toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static FreePlace place(ResultSet row, FreePlacesQuery.@Nullable Circle circle)
            throws SQLException {
        CoursePlan plan = JSON.readValue(row.getString("plan"), CoursePlan.class);
        CourseType type = CourseType.valueOf(row.getString("course_type"));
        String extent = row.getString("extent");
        boolean online = row.getBoolean("online");
        return new FreePlace(
                row.getObject("course_id", UUID.class),
                row.getLong("number"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                type,
                type.germanName(),
                provider(row),
                plan.begins(),
                plan.ends(),
                List.of(JSON.readValue(row.getString("entries"), Section[].class)),
                plan.times(),
                plan.interruptions(),
                extent == null ? null : CourseExtent.valueOf(extent),
                venue(plan.venue()),
                circle == null || online ? null : circle.kilometresTo(plan.venue()),
                row.getBoolean("childcare"),
                row.getBoolean("women_only"),
                online,
                List.of((String[]) row.getArray("help_languages").getArray()),
                row.getInt("capacity"),
                row.getInt("free"),
                row.getObject("places_said_on", LocalDate.class),
                row.getBoolean("stale"));
    }

    private static FreePlace.Organisation provider(ResultSet row) throws SQLException {
        return new FreePlace.Organisation(
                row.getString("provider_id"),
                row.getString("name"),
                row.getString("said_by") == null
                        ? null
                        : new ProviderContact(
                                row.getString("phone"),
                                row.getString("email"),
                                row.getString("website")));
    }

    private static FreePlace.Place venue(Venue venue) {
        return new FreePlace.Place(
                venue.municipality(),
                MUNICIPALITIES.get(venue.municipality()),
                venue.latitudeE6(),
                venue.longitudeE6(),
                venue.accessible());
    }
}
