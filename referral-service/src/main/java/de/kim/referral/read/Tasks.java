package de.kim.referral.read;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be done, kept in the unit of work of what makes it necessary or settles it. */
@Repository
class Tasks {
    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Only of an open referral. Its row stays locked until the unit of work ends, so that one that
     * is closed meanwhile, by its own event or by one heard, leaves nothing to do behind.
     */
    void open(UUID referralId, TaskKind kind, LocalDate dueOn, LocalDate since) {
        open(referralId, kind, dueOn, since, "state in ('REQUESTED', 'TESTED')");
    }

    /** As {@link #open}, when there is no test result. */
    void openUntested(UUID referralId, TaskKind kind, LocalDate dueOn, LocalDate since) {
        open(referralId, kind, dueOn, since, "state = 'REQUESTED'");
    }

    /** As {@link #open}, also when the referral is over. */
    void openOfAny(UUID referralId, TaskKind kind, LocalDate dueOn, LocalDate since) {
        open(referralId, kind, dueOn, since, "state not in ('IN_ERROR', 'ERASED')");
    }

    /** As {@link #open}, for another body than the referral's, which must not learn whose it is. */
    void openAt(String body, UUID referralId, TaskKind kind, LocalDate dueOn) {
        jdbc.sql(
                        """
                        insert into task (referral_id, kind, body, number, due_on, since)
                        select referral_id, ?, ?, number, ?, ? from referral_view
                        where referral_id = ? and state in ('REQUESTED', 'TESTED') for share
                        on conflict (referral_id, kind) do update
                        set body = excluded.body, due_on = excluded.due_on, since = excluded.since
                        """)
                .params(kind.name(), body, dueOn, dueOn, referralId)
                .update();
    }

    private void open(
            UUID referralId, TaskKind kind, LocalDate dueOn, LocalDate since, String when) {
        jdbc.sql(
                        """
                        insert into task (referral_id, kind, body, number, due_on, since)
                        select referral_id, ?, body, number, ?, ? from referral_view
                        where referral_id = ? and %s for share
                        on conflict (referral_id, kind) do update
                        set due_on = excluded.due_on, since = excluded.since
                        """
                                .formatted(when))
                .params(kind.name(), dueOn, since, referralId)
                .update();
    }

    void settle(UUID referralId, TaskKind... kinds) {
        jdbc.sql("delete from task where referral_id = ? and kind = any(?)")
                .param(referralId)
                .param(Arrays.stream(kinds).map(Enum::name).toArray(String[]::new))
                .update();
    }

    /** The referral is over; a person's objection is not. */
    void settleWhatWasFor(UUID referralId) {
        jdbc.sql("delete from task where referral_id = ? and kind <> ?")
                .params(referralId, TaskKind.DECIDE_OBJECTION.name())
                .update();
    }

    /** There is no such person, or nobody knows of them any more. */
    void settleAll(UUID referralId) {
        jdbc.sql("delete from task where referral_id = ?").param(referralId).update();
    }
}
