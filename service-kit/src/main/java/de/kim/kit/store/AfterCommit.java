package de.kim.kit.store;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes readers after the commit of the <em>database</em> transaction. Axon's own after-commit
 * phase is too early when a unit of work runs inside a transaction that somebody else opened.
 */
final class AfterCommit {
    private final WakeSignal signal;
    private final Runnable tellOthers;

    /**
     * @param signal wakes the streams of this JVM
     * @param tellOthers asks for a NOTIFY to the other JVMs; must return at once
     */
    AfterCommit(WakeSignal signal, Runnable tellOthers) {
        this.signal = signal;
        this.tellOthers = tellOthers;
    }

    /** Events were appended in the transaction of this thread. */
    void appended() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake(true);
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, this);
            TransactionSynchronizationManager.registerSynchronization(new Wake());
        }
    }

    private void wake(boolean committed) {
        signal.wake();
        if (committed) {
            tellOthers.run();
        }
    }

    /** Once per transaction, however many appends it has. */
    private final class Wake implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AfterCommit.this);
            // After a rollback too: it settles positions that readers wait for.
            wake(status != STATUS_ROLLED_BACK);
        }
    }
}
