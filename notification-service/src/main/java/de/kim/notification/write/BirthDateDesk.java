package de.kim.notification.write;

import de.kim.events.ReachProof;
import de.kim.kit.web.input.BirthDate;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.notification.read.LinkToken;
import de.kim.notification.read.MessageLinks.Linked;
import de.kim.notification.read.PersonSessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where a birth date is entered. The right one is the proof that the message reached the person,
 * recorded once, and opens the page.
 */
@Component
class BirthDateDesk {
    private final BirthDateTries tries;
    private final BirthDateCheck vault;
    private final PersonSessions sessions;
    private final RootUnitOfWork roots;
    private final Clock clock;

    BirthDateDesk(
            BirthDateTries tries,
            BirthDateCheck vault,
            PersonSessions sessions,
            RootUnitOfWork roots,
            Clock clock) {
        this.tries = tries;
        this.vault = vault;
        this.sessions = sessions;
        this.roots = roots;
        this.clock = clock;
    }

    /** What comes of it. */
    sealed interface Entered {
        /**
         * It is the person.
         *
         * @param secret of the session
         */
        record Right(LinkToken secret) implements Entered {}

        /**
         * @param left how many tries are left
         */
        record Wrong(int left) implements Entered {}

        record Locked(Instant until) implements Entered {}

        /** The person was erased. */
        record Nobody() implements Entered {}

        /** The vault does not answer; nothing is recorded, no try is lost. */
        record NotNow() implements Entered {}
    }

    Entered enter(Linked link, BirthDate birthDate) {
        Optional<Integer> taken = tries.take(link.referralId());
        return taken.isEmpty()
                ? new Entered.Locked(tries.lockedUntil(link.referralId()))
                : check(link, birthDate, taken.get());
    }

    private Entered check(Linked link, BirthDate birthDate, int taken) {
        return switch (vault.check(link.referralId(), birthDate)) {
            case RIGHT -> right(link);
            case WRONG -> wrong(link, taken);
            case NOBODY -> new Entered.Nobody();
            case NOT_NOW -> {
                tries.giveBack(link.referralId(), taken);
                yield new Entered.NotNow();
            }
        };
    }

    private Entered right(Linked link) {
        tries.forget(link.referralId());
        decide(link, new RecordReach(link.messageId(), ReachProof.LINK_OPENED, clock.instant()));
        return new Entered.Right(sessions.open(link.token()));
    }

    private Entered wrong(Linked link, int taken) {
        int left = tries.left(taken);
        if (left > 0) {
            return new Entered.Wrong(left);
        }
        Instant until = tries.lockedUntil(link.referralId());
        decide(link, new RecordLock(link.messageId(), until));
        return new Entered.Locked(until);
    }

    private void decide(Linked link, Object command) {
        roots.callRetrying(link.story().metadata(), () -> roots.attempt(command));
    }
}
