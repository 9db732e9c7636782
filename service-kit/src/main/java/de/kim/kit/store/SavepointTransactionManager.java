package de.kim.kit.store;

import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Axon's transactions as Spring's, where a unit of work inside another one is a savepoint: when a
 * command is refused inside a root unit of work, the rows it wrote go, and those of the root stay.
 */
final class SavepointTransactionManager extends SpringTransactionManager {
    private final PlatformTransactionManager transactionManager;

    SavepointTransactionManager(PlatformTransactionManager transactionManager) {
        super(
                transactionManager,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        this.transactionManager = transactionManager;
    }

    @Override
    protected void commitTransaction(TransactionStatus status) {
        if (!status.isCompleted()) {
            transactionManager.commit(status);
        }
    }

    @Override
    protected void rollbackTransaction(TransactionStatus status) {
        if (!status.isCompleted()) {
            transactionManager.rollback(status);
        }
    }
}
