package de.kim.referral.write.vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of requests, so that one that is sent again is done once. */
@Repository
class RememberedRequests {
    private final JdbcClient jdbc;

    RememberedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The digests of requests follow from what was sent. A late repetition of one of them is
     * refused: it would bring the person back.
     *
     * @param path of what the requests made or changed
     */
    void forget(String path) {
        String within = "%" + path + "%";
        jdbc.sql(
                        """
                        update idempotency set request_hash = '', headers = '', body = ''
                        where status is not null and (scope like ? or headers like ?)
                        """)
                .params(within, within)
                .update();
    }
}
