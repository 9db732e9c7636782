package de.kim.kit.work;

import de.kim.kit.refusal.Refused;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * A root unit of work with its database transaction, around whatever the block does: commands,
 * which become nested units of work of it, and JDBC. Everything commits together at the end, or
 * nothing does. Events are appended at the commit.
 */
public final class RootUnitOfWork {
    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Serialization failure and deadlock, appendix A of PostgreSQL's manual. */
    private static final Set<String> RETRYABLE_STATES = Set.of("40001", "40P01");

    private final TransactionManager transactions;
    private final CommandGateway commands;

    public RootUnitOfWork(TransactionManager transactions, CommandGateway commands) {
        this.transactions = transactions;
        this.commands = commands;
    }

    /** As {@link #call(Map, Callable)}, without metadata. */
    public <T extends @Nullable Object> T call(Callable<T> block) {
        return call(Map.of(), block);
    }

    /**
     * Runs the block in a new root unit of work and commits it; rolls back when the block or the
     * commit throws.
     *
     * @param metaData what every message created in the block inherits: commands, and through them
     *     events
     * @throws ConcurrencyException when an aggregate has moved on meanwhile: repeat the whole call,
     *     as {@link #callRetrying(Map, Callable)} does
     * @throws IllegalStateException when a unit of work is already open on this thread
     * @throws RuntimeException what the block throws; a checked exception comes wrapped in an
     *     {@link IllegalStateException}
     */
    public <T extends @Nullable Object> T call(Map<String, ?> metaData, Callable<T> block) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("A unit of work is already open: this one is no root");
        }
        DefaultUnitOfWork<Message<?>> unit =
                DefaultUnitOfWork.startAndGet(new GenericMessage<>(RootUnitOfWork.class, metaData));
        unit.registerCorrelationDataProvider(message -> MetaData.from(metaData));
        unit.attachTransaction(transactions);
        Result<T> result = new Result<>();
        ResultMessage<?> message =
                unit.executeWithResult(
                        () -> {
                            result.value = block.call();
                            return null;
                        });
        if (message.isExceptional()) {
            throw unchecked(message.exceptionResult());
        }
        return result.get();
    }

    public void run(Runnable block) {
        call(
                () -> {
                    block.run();
                    return null;
                });
    }

    /** As {@link #callRetrying(Map, Callable)}, without metadata. */
    public <T extends @Nullable Object> T callRetrying(Callable<T> block) {
        return callRetrying(Map.of(), block);
    }

    /**
     * As {@link #call(Map, Callable)}; when somebody else was faster it is repeated, as a whole and
     * in a new transaction, up to eight times with growing random pauses (2 to about 250 ms). The
     * block must not remember anything of an attempt that failed.
     *
     * @throws ConcurrencyException when the last attempt fails like the others
     */
    public <T extends @Nullable Object> T callRetrying(Map<String, ?> metaData, Callable<T> block) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call(metaData, block);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isRetryable(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /**
     * Dispatches a command in the current unit of work. A refused one rolls back its own partial
     * work, and the unit of work goes on; any other exception is a failure and is thrown.
     */
    public Outcome attempt(Object command) {
        try {
            return new Outcome.Done(commands.<@Nullable Object>sendAndWait(command));
        } catch (Refused refused) {
            return new Outcome.NotDone(refused.refusal());
        }
    }

    /** Whether another attempt in a new transaction may succeed. */
    public static boolean isRetryable(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof DeadlockException
                    || cause instanceof LockAcquisitionFailedException
                    || cause instanceof SQLException sql
                            && RETRYABLE_STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        long longest = FIRST_PAUSE_NANOS << attempt;
        LockSupport.parkNanos(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
    }

    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("The unit of work failed", e);
    }

    private static final class Result<T extends @Nullable Object> {
        private @Nullable T value;

        @SuppressWarnings("NullAway") // T itself says whether null is a value
        T get() {
            return value;
        }
    }
}
