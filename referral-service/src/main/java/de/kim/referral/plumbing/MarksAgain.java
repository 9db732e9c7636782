package de.kim.referral.plumbing;

import de.kim.events.DataClass;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.referral.write.vault.MarkBook;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the marks again by which people are known: a restored database has none, since no backup
 * holds them, and neither has one from before there were any. Nobody is answered until it is done:
 * else somebody would be referred twice meanwhile.
 */
@Component
class MarksAgain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MarksAgain.class);

    /** After {@link ErasuresAgain}, so that nobody is read who is to be erased. */
    private static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 500;

    private static final int AT_ONCE = 500;
    private static final Set<DataClass> NEEDED =
            EnumSet.of(DataClass.IDENTITY, DataClass.FILE_NUMBERS);
    private static final Reading READING = new Reading("kim", "kim", "MARKS_AGAIN");

    private final JdbcClient jdbc;
    private final RootUnitOfWork root;
    private final Vault vault;
    private final MarkBook marks;
    private volatile boolean running;

    MarksAgain(JdbcClient jdbc, RootUnitOfWork root, Vault vault, MarkBook marks) {
        this.jdbc = jdbc;
        this.root = root;
        this.vault = vault;
        this.marks = marks;
    }

    @Override
    public void start() {
        List<UUID> without =
                jdbc.sql(
                                """
                                select distinct d.referral_id from vault.document d
                                where d.data_class = 'IDENTITY' and not exists
                                    (select from vault.mark m where m.referral_id = d.referral_id)
                                """)
                        .query(UUID.class)
                        .list();
        for (int from = 0; from < without.size(); from += AT_ONCE) {
            List<UUID> some = without.subList(from, Math.min(from + AT_ONCE, without.size()));
            root.run(() -> some.forEach(this::mark));
        }
        if (!without.isEmpty()) {
            LOG.info("The marks of {} referrals were made again", without.size());
        }
        running = true;
    }

    private void mark(UUID referralId) {
        vault.read(referralId, NEEDED, READING)
                .map(person -> marks.marks(person.identity(), person.fileNumbers()))
                .ifPresent(made -> marks.keep(referralId, made));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
