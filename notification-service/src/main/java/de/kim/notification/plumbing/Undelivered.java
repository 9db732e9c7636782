package de.kim.notification.plumbing;

import de.kim.kit.work.Outcome;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.Story;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Records that a message did not get through and plans what is done instead: both or neither. When
 * it is no news (somebody was faster, or it got through after all), nothing is planned.
 */
@Component
class Undelivered {
    private final RootUnitOfWork roots;

    Undelivered(RootUnitOfWork roots) {
        this.roots = roots;
    }

    /**
     * @param failure a command that answers whether it was news
     */
    boolean record(Story story, Object failure, List<PlanMessage> instead) {
        return roots.callRetrying(
                story.metadata(),
                () -> {
                    boolean news =
                            roots.attempt(failure) instanceof Outcome.Done(Object said)
                                    && Boolean.TRUE.equals(said);
                    if (news) {
                        instead.forEach(roots::attempt);
                    }
                    return news;
                });
    }
}
