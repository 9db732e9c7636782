package de.kim.notification.plumbing;

import de.kim.events.ReachProof;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.Story;
import de.kim.notification.read.Texts;
import de.kim.notification.write.RecordReach;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes round the letters: those that were posted four days ago count as arrived, and what must not
 * lie in the folder any more is taken out. Both follow from stored facts, so a restart forgets
 * nothing and nothing is done twice.
 */
@Component
class PostClerk {
    /** § 37(2) SGB X, § 41(2) VwVfG; also where the fourth day is a Sunday or a holiday. */
    private static final int DAYS = 4;

    private static final int AT_ONCE = 200;
    private static final Logger log = LoggerFactory.getLogger(PostClerk.class);

    private final JdbcClient jdbc;
    private final RootUnitOfWork roots;
    private final PostFolder folder;
    private final Clock clock;

    PostClerk(JdbcClient jdbc, RootUnitOfWork roots, PostFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.folder = folder;
        this.clock = clock;
    }

    private record Arrived(RecordReach command, Story story) {}

    @Scheduled(fixedDelayString = "${kim.post.round}")
    void recordArrivals() {
        LocalDate today = LocalDate.now(clock.withZone(Texts.ZONE));
        List<Arrived> arrived =
                jdbc.sql(
                                """
                                select message_id, posted_on, correlation_id, causation_id
                                from message
                                where state = 'SENT' and posted_on <= ?
                                order by posted_on, position limit ?
                                """)
                        .params(today.minusDays(DAYS), AT_ONCE)
                        .query(
                                (row, number) ->
                                        new Arrived(
                                                new RecordReach(
                                                        row.getObject("message_id", UUID.class),
                                                        ReachProof.POST_FICTION,
                                                        arrival(
                                                                row.getObject(
                                                                        "posted_on",
                                                                        LocalDate.class))),
                                                Story.of(row)))
                        .list();
        arrived.forEach(
                it -> roots.callRetrying(it.story().metadata(), () -> roots.attempt(it.command())));
    }

    /** The beginning of the fourth day; the periods that follow count from the day after it. */
    private static Instant arrival(LocalDate postedOn) {
        return postedOn.plusDays(DAYS).atStartOfDay(Texts.ZONE).toInstant();
    }

    /** Letters that were posted, and letters to people whose data was erased. */
    @Scheduled(fixedDelayString = "${kim.post.round}")
    void clearFolder() {
        try {
            for (UUID messageId : folder.messages()) {
                if (mustGo(messageId)) {
                    folder.remove(messageId);
                }
            }
        } catch (IOException e) {
            log.atWarn()
                    .addArgument(() -> e.getClass().getSimpleName())
                    .log("folder of letters: {}");
        }
    }

    private boolean mustGo(UUID messageId) {
        return jdbc.sql(
                                """
                                select count(*) from message m
                                where m.message_id = ?
                                    and (m.posted_on is not null
                                        or exists (
                                            select from forgotten_person f
                                            where f.referral_id = m.referral_id
                                                and m.planned_at <= f.forgotten_at))
                                """)
                        .param(messageId)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
