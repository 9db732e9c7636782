package de.kim.allocation.read;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.WeeklyTime;
import de.kim.events.Wish;
import de.kim.rules.DeclinedCourse;
import de.kim.rules.Entitlement;
import de.kim.rules.HeldPlace;
import de.kim.rules.Person;
import de.kim.rules.ThinCourses.Holder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people of a round. Linked referrals count as one person: the first stands for all, with all
 * entitlements, and stays out while another of them has an offer or a place.
 */
@Component
public class PeopleWaiting {
    private static final String EVERYBODY =
            """
            select p.*, r.registered_on, r.wishes, r.only_wishes, r.sequence, f.version,
                f.gender, f.age_band, f.municipality, f.childcare_needed, f.accessibility_needed,
                f.available, n.number
            from placement p
            join heard_referral r using (referral_id)
            -- the profile that the events speak of, neither an older nor a newer one
            join heard_profile f on f.referral_id = p.referral_id
                and f.commitment = r.profile_commitment
            left join lottery_number n on n.person = p.person
            """;

    private static final String WAITING =
            """
            where p.waits and not r.interest_lapsed
                -- a referral is completed by the start: who goes on elsewhere waits all the same
                and (not r.ended or p.next_section is not null)
                and not exists (select 1 from heard_link l
                    join placement first on first.referral_id = l.referral_id
                    where l.linked_referral_id = p.referral_id)
                and not exists (select 1 from heard_link l
                    join placement other on other.referral_id = l.linked_referral_id
                    where l.referral_id = p.referral_id
                        and (other.live_offer is not null or other.place_course is not null))
            """;

    /** With an open offer, or with a place before the course begins. */
    private static final String HOLDING =
            """
            join (select referral_id, place_course as seat_course, place_section as seat_section
                    from placement where place_course is not null and not begun
                union all
                select o.referral_id, o.course_id, o.section from offer o
                    join placement q on q.live_offer = o.offer_id where q.place_course is null) seat
                on seat.referral_id = p.referral_id
            where not p.gone and n.number is not null
            """;

    private final JdbcClient jdbc;

    public PeopleWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever has no lottery number and gets none from {@code missing} takes no part. */
    List<Person> gather(
            Map<String, Long> lastSeen, Set<UUID> toldToWait, ForeseenLottery.Numbers missing) {
        Map<UUID, List<Entitlement>> entitlements = entitlements();
        Map<UUID, Set<DeclinedCourse>> declined = declined();
        Map<UUID, Set<UUID>> expired = expired();
        return jdbc
                .sql(EVERYBODY + WAITING)
                .query(
                        (row, i) -> {
                            UUID id = row.getObject("referral_id", UUID.class);
                            String number = number(row, missing);
                            if (number == null) {
                                return Optional.<Person>empty();
                            }
                            lastSeen.put("kim.referrals/" + id, row.getLong("sequence"));
                            lastSeen.put("kim.profiles/" + id, row.getLong("version"));
                            if ("WAITING".equals(row.getString("last_outcome"))) {
                                toldToWait.add(id);
                            }
                            return Sound.orLeftOut(
                                    "referral",
                                    id,
                                    () ->
                                            person(
                                                    row,
                                                    id,
                                                    number,
                                                    entitlements.getOrDefault(id, List.of()),
                                                    declined.getOrDefault(id, Set.of()),
                                                    expired.getOrDefault(id, Set.of()),
                                                    held(row)));
                        })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who holds a place or an open offer, as if they had to ask for it again. */
    List<Holder> holders() {
        Map<UUID, List<Entitlement>> entitlements = entitlements();
        return jdbc
                .sql(EVERYBODY.replace("select p.*", "select p.*, seat.*") + HOLDING)
                .query(
                        (row, i) -> {
                            UUID id = row.getObject("referral_id", UUID.class);
                            return Sound.orLeftOut(
                                    "referral",
                                    id,
                                    () ->
                                            new Holder(
                                                    person(
                                                            row,
                                                            id,
                                                            row.getString("number"),
                                                            entitlements.getOrDefault(
                                                                    id, List.of()),
                                                            Set.of(),
                                                            Set.of(),
                                                            null),
                                                    row.getObject("seat_course", UUID.class),
                                                    row.getInt("seat_section")));
                        })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** These people, whether or not they stand in the next round; who never did is not there. */
    List<Person> named(Collection<UUID> referralIds) {
        Map<UUID, List<Entitlement>> entitlements = entitlements();
        Map<UUID, Set<DeclinedCourse>> declined = declined();
        Map<UUID, Set<UUID>> expired = expired();
        return jdbc
                .sql(EVERYBODY + " where p.referral_id = any(?) and n.number is not null")
                .param(referralIds.toArray(UUID[]::new))
                .query(
                        (row, i) -> {
                            UUID id = row.getObject("referral_id", UUID.class);
                            return Sound.orLeftOut(
                                    "referral",
                                    id,
                                    () ->
                                            person(
                                                    row,
                                                    id,
                                                    row.getString("number"),
                                                    entitlements.getOrDefault(id, List.of()),
                                                    declined.getOrDefault(id, Set.of()),
                                                    expired.getOrDefault(id, Set.of()),
                                                    held(row)));
                        })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Person person(
            ResultSet row,
            UUID id,
            String number,
            List<Entitlement> entitlements,
            Set<DeclinedCourse> declined,
            Set<UUID> expired,
            @Nullable HeldPlace held)
            throws SQLException {
        return new Person(
                id,
                row.getObject("person", UUID.class),
                startedBefore(row) ? used(entitlements) : entitlements,
                row.getObject("registered_on", LocalDate.class),
                CourseType.valueOf(row.getString("recommended_type")),
                section(row),
                AgeBand.valueOf(row.getString("age_band")),
                Gender.valueOf(row.getString("gender")),
                row.getBoolean("childcare_needed"),
                row.getBoolean("accessibility_needed"),
                row.getString("municipality"),
                JsonColumn.list(row.getString("available"), WeeklyTime.class),
                JsonColumn.list(row.getString("wishes"), Wish.class),
                row.getBoolean("only_wishes"),
                row.getBoolean("lost_place"),
                declined,
                expired,
                number,
                held);
    }

    private static boolean startedBefore(ResultSet row) throws SQLException {
        return row.getObject("next_section") != null;
    }

    /** Whoever began a course in time has used the entitlement: it lapses no more. */
    private static List<Entitlement> used(List<Entitlement> entitlements) {
        return entitlements.stream()
                .map(it -> new Entitlement(it.basis(), it.entitledOn(), null))
                .distinct()
                .toList();
    }

    private static int section(ResultSet row) throws SQLException {
        return row.getInt(startedBefore(row) ? "next_section" : "recommended_section");
    }

    private static @Nullable String number(ResultSet row, ForeseenLottery.Numbers missing)
            throws SQLException {
        String drawn = row.getString("number");
        return drawn == null ? missing.of(row.getObject("person", UUID.class)) : drawn;
    }

    private static @Nullable HeldPlace held(ResultSet row) throws SQLException {
        UUID course = row.getObject("place_course", UUID.class);
        return course == null ? null : new HeldPlace(course, row.getInt("place_section"));
    }

    private Map<UUID, List<Entitlement>> entitlements() {
        Map<UUID, List<Entitlement>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select e.referral_id, e.basis, e.entitled_on, e.lapses_on
                        from heard_entitlement e where e.ended_on is null
                        union
                        select l.referral_id, e.basis, e.entitled_on, e.lapses_on
                        from heard_entitlement e
                        join heard_link l on l.linked_referral_id = e.referral_id
                        join heard_referral r on r.referral_id = e.referral_id
                        where e.ended_on is null and not r.ended
                        """)
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getObject("referral_id", UUID.class),
                                            id -> new ArrayList<>())
                                    .add(
                                            new Entitlement(
                                                    LegalBasis.valueOf(row.getString("basis")),
                                                    row.getObject("entitled_on", LocalDate.class),
                                                    row.getObject("lapses_on", LocalDate.class)));
                        });
        return found;
    }

    private Map<UUID, Set<DeclinedCourse>> declined() {
        Map<UUID, Set<DeclinedCourse>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select referral_id, course_id, course_version from placement_declined
                        union all
                        -- who left a provider after the start goes to another one
                        select p.referral_id, c.course_id, c.version from placement p
                        join heard_course old on old.course_id = p.left_course
                        join heard_course c on c.provider_id = old.provider_id
                            and c.course_id <> old.course_id
                        where p.waits
                        """)
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getObject(1, UUID.class), id -> new HashSet<>())
                                    .add(
                                            new DeclinedCourse(
                                                    row.getObject(2, UUID.class), row.getInt(3)));
                        });
        return found;
    }

    private Map<UUID, Set<UUID>> expired() {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        jdbc.sql("select referral_id, course_id from placement_expired")
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getObject(1, UUID.class), id -> new HashSet<>())
                                    .add(row.getObject(2, UUID.class));
                        });
        return found;
    }
}
