package de.kim.kit.door;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.GenericResultMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The tracking processor behind the outbox. It runs Axon's interceptors once for a batch, not once
 * for each of its events: together they cost more than saying an event. And Axon's pauses after a
 * failure grow to a minute; after a broker has come back nobody waits that long here.
 */
final class OutboxProcessor extends TrackingEventProcessor {
    private final long longestPauseMillis;

    OutboxProcessor(Builder builder, Duration longestPause) {
        super(builder);
        this.longestPauseMillis = longestPause.toMillis();
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        BatchingUnitOfWork<? extends EventMessage<?>> batch =
                (BatchingUnitOfWork<? extends EventMessage<?>>) unitOfWork;
        ResultMessage<?> nothing = GenericResultMessage.asResultMessage((Object) null);
        // The first event stands for all: with it Axon's own interceptor moves the token.
        ResultMessage<?> result =
                unitOfWork.executeWithResult(
                        () -> batch.isFirstMessage() ? together(events, batch, segments) : nothing,
                        RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            PropagatingErrorHandler.instance()
                    .handleError(new ErrorContext(getName(), result.exceptionResult(), events));
        }
    }

    private @Nullable Object together(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        return new DefaultInterceptorChain<EventMessage<?>>(
                        unitOfWork, getHandlerInterceptors(), first -> handleAll(events, segments))
                .proceed();
    }

    private @Nullable Object handleAll(
            List<? extends EventMessage<?>> events, Collection<Segment> segments) throws Exception {
        for (EventMessage<?> event : events) {
            for (Segment segment : segments) {
                eventHandlerInvoker().handle(event, segment);
            }
        }
        return null;
    }

    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, longestPauseMillis));
    }
}
