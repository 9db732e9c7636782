package de.kim.notification.plumbing;

import de.kim.events.Channel;
import de.kim.kit.work.Outcome;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.Noticeboard;
import de.kim.notification.write.PlanMessage;
import de.kim.notification.write.SkipMessage;
import de.kim.notification.write.StaffNews;
import de.kim.notification.write.TellStaff;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Records that a message did not get through and plans what is done instead: both or neither. When
 * it is no news (somebody was faster, or it got through after all), nothing is planned. Where only
 * a letter is left, which takes days, or nothing, the referring body is told.
 */
@Component
class Undelivered {
    private final RootUnitOfWork roots;
    private final Noticeboard board;

    Undelivered(RootUnitOfWork roots, Noticeboard board) {
        this.roots = roots;
        this.board = board;
    }

    /**
     * @param failure a command that answers whether it was news
     */
    boolean record(MessageRow message, Object failure, List<PlanMessage> instead) {
        return roots.callRetrying(
                message.story().metadata(), () -> recordWithin(message, failure, instead));
    }

    /** The same in a unit of work that is open. */
    boolean recordWithin(MessageRow message, Object failure, List<PlanMessage> instead) {
        boolean news = isNews(failure);
        if (news) {
            instead.forEach(roots::attempt);
            if (instead.stream().allMatch(plan -> plan.channel() == Channel.LETTER)) {
                TellStaff tell = TellStaff.referrer(StaffNews.UNDELIVERABLE, message.referralId());
                board.put(List.of(tell), message.messageId());
            }
        }
        return news;
    }

    /** Nothing failed: another channel is the person's. */
    void skip(MessageRow message, PlanMessage better) {
        SkipMessage skip = new SkipMessage(message.messageId());
        roots.callRetrying(
                message.story().metadata(),
                () -> {
                    if (isNews(skip)) {
                        roots.attempt(better);
                    }
                    return better;
                });
    }

    private boolean isNews(Object command) {
        return roots.attempt(command) instanceof Outcome.Done(Object said)
                && Boolean.TRUE.equals(said);
    }
}
