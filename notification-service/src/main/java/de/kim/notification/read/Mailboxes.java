package de.kim.notification.read;

import de.kim.notification.read.Mailbox.Tongue;
import de.kim.notification.write.Pace;
import de.kim.notification.write.StaffNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mailboxes of the bodies, as they last said. */
@Component
public class Mailboxes {
    private static final TypeReference<Map<StaffNews, Pace>> NEWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StaffSettings settings;
    private final Clock clock;

    public Mailboxes(JdbcClient jdbc, StaffSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    public Mailbox of(String body) {
        return find(body)
                .orElseGet(() -> new Mailbox(null, Tongue.DE, complete(Map.of()), null, 0));
    }

    public Optional<Mailbox> find(String body) {
        return jdbc.sql(
                        """
                        select b.*, (select count(*) from staff_mail m
                            where m.body = b.body and m.state = 'FAILED') as failed
                        from staff_mailbox b where b.body = ?
                        """)
                .param(body)
                .query((row, number) -> mailbox(row))
                .optional();
    }

    /**
     * Replaces what the body said before. What was not taken by its mailbox goes out again; the
     * time of its next mail of the day stays.
     *
     * @param coordinates whether it is told what concerns the network
     */
    public void set(
            String body,
            String address,
            Tongue language,
            Map<StaffNews, Pace> news,
            boolean coordinates) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into staff_mailbox
                            (body, address, language, coordinates, news, digest_due)
                        values (?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (body) do update set address = excluded.address,
                            language = excluded.language, coordinates = excluded.coordinates,
                            news = excluded.news
                        """)
                .params(
                        body,
                        address,
                        language.name(),
                        coordinates,
                        JsonMapper.shared().writeValueAsString(news),
                        sql(settings.nextDigest(now)))
                .update();
        jdbc.sql(
                        """
                        update staff_mail set state = 'PLANNED', attempts = 0, planned_at = :now,
                            next_try_at = :now
                        where body = :body and state = 'FAILED'
                        """)
                .param("now", sql(now))
                .param("body", body)
                .update();
    }

    /** The body is told nothing any more. */
    public void close(String body) {
        jdbc.sql("delete from staff_mailbox where body = ?").param(body).update();
    }

    private static Mailbox mailbox(ResultSet row) throws SQLException {
        return new Mailbox(
                row.getString("address"),
                Tongue.valueOf(row.getString("language")),
                complete(JsonMapper.shared().readValue(row.getString("news"), NEWS)),
                row.getObject("digest_due", OffsetDateTime.class).toInstant(),
                row.getInt("failed"));
    }

    private static Map<StaffNews, Pace> complete(Map<StaffNews, Pace> chosen) {
        Map<StaffNews, Pace> all = new EnumMap<>(StaffNews.class);
        for (StaffNews news : StaffNews.values()) {
            all.put(news, chosen.getOrDefault(news, news.usual()));
        }
        return all;
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
