package de.kim.referral.read;

import de.kim.referral.write.TestDateHistory;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code test_date} and {@code test_seat} in the unit of work that stores the event. */
@Component
@ProcessingGroup(TestDateProjection.NAME)
public class TestDateProjection {
    public static final String NAME = "test-dates";

    private final JdbcClient jdbc;

    TestDateProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void project(TestDateHistory event) {
        switch (event) {
            case TestDateHistory.Opened it -> opened(it);
            case TestDateHistory.SeatTaken it -> {
                jdbc.sql(
                                """
                                insert into test_seat (test_date_id, referral_id, body, state)
                                values (?, ?, ?, ?)
                                """)
                        .params(
                                it.testDateId(),
                                it.referralId(),
                                it.body(),
                                TestDates.SeatState.BOOKED.name())
                        .update();
                count(it.testDateId());
            }
            case TestDateHistory.SeatFreed it -> {
                jdbc.sql("delete from test_seat where test_date_id = ? and referral_id = ?")
                        .params(it.testDateId(), it.referralId())
                        .update();
                count(it.testDateId());
            }
            case TestDateHistory.SeatMissed it ->
                    seat(it.testDateId(), it.referralId(), TestDates.SeatState.MISSED);
            case TestDateHistory.ResultGiven it ->
                    seat(it.testDateId(), it.referralId(), TestDates.SeatState.TESTED);
            case TestDateHistory.Cancelled it -> {
                jdbc.sql("update test_date set cancelled = true, taken = 0 where test_date_id = ?")
                        .param(it.testDateId())
                        .update();
                jdbc.sql("delete from test_seat where test_date_id = ?")
                        .param(it.testDateId())
                        .update();
            }
        }
    }

    private void opened(TestDateHistory.Opened it) {
        jdbc.sql(
                        """
                        insert into test_date
                            (test_date_id, host, begins, municipality, accessible, seats)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.testDateId(),
                        it.host(),
                        it.begins(),
                        it.municipality(),
                        it.accessible(),
                        it.seats())
                .update();
    }

    private void count(UUID testDateId) {
        jdbc.sql(
                        """
                        update test_date set taken =
                            (select count(*) from test_seat where test_date_id = ?)
                        where test_date_id = ?
                        """)
                .params(testDateId, testDateId)
                .update();
    }

    private void seat(UUID testDateId, UUID referralId, TestDates.SeatState state) {
        jdbc.sql("update test_seat set state = ? where test_date_id = ? and referral_id = ?")
                .params(state.name(), testDateId, referralId)
                .update();
    }
}
