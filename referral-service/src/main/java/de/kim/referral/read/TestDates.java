package de.kim.referral.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dates for placement tests, the next one first. */
@Repository
class TestDates {
    private static final String ROWS =
            "select d.*, v.address from test_date d left join test_venue v using (test_date_id)";

    private final JdbcClient jdbc;

    TestDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A date, with nothing about a person in it.
     *
     * @param host the provider's code, or the coordinator's for a central date
     * @param begins in local time
     * @param municipality official key, eight digits
     * @param free seats that nobody has
     */
    record TestDate(
            UUID testDateId,
            @JsonIgnore long number,
            String host,
            LocalDate day,
            LocalTime begins,
            String municipality,
            @Nullable String address,
            boolean accessible,
            int seats,
            int free,
            boolean cancelled) {}

    /** What became of a seat. */
    enum SeatState {
        BOOKED,
        MISSED,
        TESTED
    }

    /** Somebody's seat: the person is known by the referral only. */
    record Seat(UUID referralId, String body, SeatState state) {}

    /** The last item of the page before. */
    record After(LocalDateTime begins, long number) {
        static After start(LocalDateTime now) {
            return new After(now, 0);
        }
    }

    /** Those with a free seat that have not begun. */
    List<TestDate> free(LocalDateTime now, After after, @Nullable String municipality, int rows) {
        return jdbc.sql(
                        ROWS
                                + """
                                 where not cancelled and taken < seats and begins > ?
                                    and (begins, number) > (?, ?) and municipality like ?
                                order by begins, number limit ?
                                """)
                .params(
                        now,
                        after.begins,
                        after.number,
                        municipality == null ? "%" : municipality + "%",
                        rows)
                .query(TestDates::date)
                .list();
    }

    /** All that a host ever opened. */
    List<TestDate> of(String host, After after, int rows) {
        return jdbc.sql(
                        ROWS
                                + """
                                 where host = ? and (begins, number) > (?, ?)
                                order by begins, number limit ?
                                """)
                .params(host, after.begins, after.number, rows)
                .query(TestDates::date)
                .list();
    }

    Optional<TestDate> one(UUID testDateId, String host) {
        return jdbc.sql(ROWS + " where d.test_date_id = ? and host = ?")
                .params(testDateId, host)
                .query(TestDates::date)
                .optional();
    }

    List<Seat> seats(UUID testDateId) {
        return jdbc.sql(
                        """
                        select referral_id, body, state from test_seat
                        where test_date_id = ? order by body, referral_id
                        """)
                .param(testDateId)
                .query(
                        (row, i) ->
                                new Seat(
                                        row.getObject("referral_id", UUID.class),
                                        row.getString("body"),
                                        SeatState.valueOf(row.getString("state"))))
                .list();
    }

    private static TestDate date(ResultSet row, int index) throws SQLException {
        LocalDateTime begins = row.getObject("begins", LocalDateTime.class);
        return new TestDate(
                row.getObject("test_date_id", UUID.class),
                row.getLong("number"),
                row.getString("host"),
                begins.toLocalDate(),
                begins.toLocalTime(),
                row.getString("municipality"),
                row.getString("address"),
                row.getBoolean("accessible"),
                row.getInt("seats"),
                row.getInt("seats") - row.getInt("taken"),
                row.getBoolean("cancelled"));
    }
}
