package de.kim.kit.door;

import de.kim.kit.work.Outcome;
import de.kim.kit.work.RootUnitOfWork;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends policies' commands one after the other; a refused one is counted under the event that is
 * being heard.
 */
final class RootCommands implements Commands {
    private static final Logger LOG = LoggerFactory.getLogger(RootCommands.class);
    private static final String HEARD = RootCommands.class.getName() + ".heard";

    private final RootUnitOfWork root;
    private final DoorMetrics metrics;

    RootCommands(RootUnitOfWork root, DoorMetrics metrics) {
        this.root = root;
        this.metrics = metrics;
    }

    @Override
    public void send(List<?> commands) {
        for (Object command : commands) {
            if (root.attempt(command) instanceof Outcome.NotDone notDone) {
                metrics.in(heardType(), Result.REFUSED);
                LOG.info(
                        "{} refused: {}",
                        command.getClass().getSimpleName(),
                        notDone.refusal().name());
            }
        }
    }

    /** Says in the current root unit of work which event is being heard, for the counter. */
    static void hearing(String type) {
        CurrentUnitOfWork.get().root().resources().put(HEARD, type);
    }

    private static String heardType() {
        return CurrentUnitOfWork.map(work -> work.root().<String>getResource(HEARD)).orElse("none");
    }
}
