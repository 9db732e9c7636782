package de.kim.referral.read;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is stored of a referral's history, as it stands there. */
@Repository
class HistoryOfReferral {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    HistoryOfReferral(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ExportEndpoint.Happened> of(UUID referralId) {
        return jdbc.sql(
                        """
                        select type, occurred_at, payload from event
                        where aggregate_id = ? order by sequence
                        """)
                .param(referralId.toString())
                .query(
                        (row, i) ->
                                new ExportEndpoint.Happened(
                                        row.getString("type"),
                                        row.getObject("occurred_at", OffsetDateTime.class)
                                                .toInstant(),
                                        content(row.getBytes("payload"))))
                .list();
    }

    private static Map<String, Object> content(byte[] payload) {
        return JSON.readValue(
                new String(payload, StandardCharsets.UTF_8), new TypeReference<>() {});
    }
}
