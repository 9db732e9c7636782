package de.kim.referral.read;

import de.kim.events.ExpiryCause;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.ReleaseCause;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What follows for the worklist from a person's offers, of which there is one at a time. That the
 * interest was confirmed may have been stored before the end of the offer is heard: then the
 * question stands here in vain, and answering it again does no harm.
 */
@Component
public class OfferTasks {
    private final Tasks tasks;
    private final WorklistSettings settings;
    private final Clock clock;

    OfferTasks(Tasks tasks, WorklistSettings settings, Clock clock) {
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    public void offered(PlaceOffered event, Instant at) {
        tasks.open(
                event.referralId(), TaskKind.TELL_OF_OFFER, day(event.unreachedAfter()), day(at));
    }

    public void reached(OfferReached event) {
        tasks.settle(event.referralId(), TaskKind.TELL_OF_OFFER);
        tasks.open(
                event.referralId(),
                TaskKind.ANSWER_OFFER,
                day(event.answerBy()),
                day(event.reachedAt()));
    }

    /** It was answered, or taken back. */
    public void ended(UUID referralId) {
        tasks.settle(referralId, TaskKind.TELL_OF_OFFER, TaskKind.ANSWER_OFFER);
    }

    public void expired(OfferExpired event, Instant at) {
        ended(event.referralId());
        if (event.cause() != ExpiryCause.ENTRY_CLOSED) {
            ask(event.referralId(), at);
        }
    }

    /** Whoever did not come to the course they had a place in is not offered it again before. */
    public void released(PlaceReleased event, Instant at) {
        if (event.cause() == ReleaseCause.PARTICIPANT_MISSING) {
            ask(event.referralId(), at);
        }
    }

    private void ask(UUID referralId, Instant at) {
        tasks.open(
                referralId, TaskKind.CONFIRM_INTEREST, day(at).plus(settings.askWithin()), day(at));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
