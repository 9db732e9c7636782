package de.kim.notification.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who entered the right birth date behind a link, and what they did since. */
@Component
public class PersonSessions {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LinkSettings settings;

    public PersonSessions(JdbcClient jdbc, Clock clock, LinkSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What somebody did behind a link.
     *
     * @param secret what the browser shows
     * @param answer ACCEPTED, DECLINED, or null
     * @param answeredAt null as long as there is no answer
     */
    public record Session(
            LinkToken secret,
            OfferSheet.@Nullable State answer,
            @Nullable Instant answeredAt,
            boolean helpAsked) {
        /** The offer as this person knows it: with the answer given here. */
        public OfferSheet seen(OfferSheet offer) {
            return answer == null || answeredAt == null
                    ? offer
                    : offer.answered(answer, answeredAt);
        }
    }

    /** A new one; what it returns is known to the browser and nobody else. */
    public LinkToken open(LinkToken link) {
        LinkToken secret = LinkToken.random();
        jdbc.sql(
                        """
                        insert into person_session (secret_hash, token_hash, expires_at)
                        values (?, ?, ?)
                        """)
                .params(secret.hash(), link.hash(), sql(clock.instant().plus(settings.session())))
                .update();
        return secret;
    }

    /** It opens the one link that it was made for, for a while. */
    public Optional<Session> find(@Nullable String secret, LinkToken link) {
        return secret == null
                ? Optional.empty()
                : LinkToken.of(secret).flatMap(known -> find(known, link));
    }

    private Optional<Session> find(LinkToken secret, LinkToken link) {
        return jdbc.sql(
                        """
                        select answer, answered_at, help_asked from person_session
                        where secret_hash = ? and token_hash = ? and expires_at > ?
                        """)
                .params(secret.hash(), link.hash(), sql(clock.instant()))
                .query((row, number) -> session(secret, row))
                .optional();
    }

    /** Allocation took the answer. */
    public void answered(Session session, OfferSheet.State answer) {
        jdbc.sql("update person_session set answer = ?, answered_at = ? where secret_hash = ?")
                .params(answer.name(), sql(clock.instant()), session.secret().hash())
                .update();
    }

    public void helpAsked(Session session) {
        jdbc.sql("update person_session set help_asked = true where secret_hash = ?")
                .param(session.secret().hash())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void purge() {
        jdbc.sql("delete from person_session where expires_at < ?")
                .param(sql(clock.instant()))
                .update();
    }

    private static Session session(LinkToken secret, ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
        return new Session(
                secret,
                answer == null ? null : OfferSheet.State.valueOf(answer),
                at == null ? null : at.toInstant(),
                row.getBoolean("help_asked"));
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
