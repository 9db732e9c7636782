package de.kim.referral.write.vault;

import org.springframework.transaction.support.TransactionSynchronization;

/** Keys are stored while the transaction goes on, durable before it commits, gone without it. */
final class RingFate implements TransactionSynchronization {
    private final KeyStore keys;
    private final Keyring ring;

    RingFate(KeyStore keys, Keyring ring) {
        this.keys = keys;
        this.ring = ring;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        ring.awaitDurable();
    }

    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_ROLLED_BACK) {
            keys.discard(ring);
        }
    }
}
