package de.kim.kit.door.sample;

import de.kim.kit.door.Step;
import de.kim.kit.door.StepListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Lets a part of the service die at a step: what it was doing is cut off there. */
@Component
public class Deaths implements StepListener {
    /** The inbox: nothing handles it, and its container stops. */
    public static final class Death extends InternalError {
        private static final long serialVersionUID = 1L;

        Death(Step at) {
            super(at.name());
        }
    }

    /** The outbox: its processor gives up its stream and token, and begins anew. */
    public static final class Abort extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Abort(Step at) {
            super(at.name());
        }
    }

    private final Map<Step, AtomicInteger> armed = new ConcurrentHashMap<>();

    /** Dies when the step is reached for the n-th time from now. */
    public void dieAt(Step step, int occurrence) {
        armed.put(step, new AtomicInteger(occurrence));
    }

    /** Whether it has died at this step. */
    public boolean happened(Step step) {
        return !armed.containsKey(step);
    }

    @Override
    public void reached(Step step) {
        AtomicInteger left = armed.get(step);
        if (left != null && left.decrementAndGet() == 0) {
            armed.remove(step);
            if (step.name().startsWith("OUTBOX")) {
                throw new Abort(step);
            }
            throw new Death(step);
        }
    }
}
