package de.kim.referral.write;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses of test dates, beside the history like other addresses (ADR 16). */
@Repository
class TestVenues {
    private final JdbcClient jdbc;

    TestVenues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID testDateId, String address) {
        jdbc.sql("insert into test_venue (test_date_id, address) values (?, ?)")
                .params(testDateId, address)
                .update();
    }
}
