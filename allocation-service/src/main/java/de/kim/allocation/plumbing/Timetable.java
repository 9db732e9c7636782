package de.kim.allocation.plumbing;

import de.kim.events.RoundKind;
import de.kim.kit.refusal.Refused;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens by itself. Every instance has one; the database decides who does what. */
@Component
@ConditionalOnProperty(name = "kim.allocation.timetable", matchIfMissing = true)
public class Timetable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private final RoundOffice rounds;
    private final Deadlines deadlines;

    public Timetable(RoundOffice rounds, Deadlines deadlines) {
        this.rounds = rounds;
        this.deadlines = deadlines;
    }

    @Scheduled(cron = "${kim.allocation.round-cron}", zone = "Europe/Berlin")
    void daily() {
        try {
            rounds.holdNow(RoundKind.SCHEDULED, Map.of());
        } catch (Refused e) {
            LOG.warn("The scheduled round was not held: {}", e.refusal().name());
        }
    }

    @Scheduled(fixedDelayString = "${kim.allocation.deadline-interval}")
    void expire() {
        deadlines.expireOffers();
    }

    @Scheduled(fixedDelayString = "${kim.allocation.refill-interval}")
    void refill() {
        rounds.refill();
    }

    @Scheduled(fixedDelayString = "PT10S")
    void finishInterrupted() {
        rounds.finishInterrupted();
    }

    @Scheduled(fixedDelayString = "PT1M")
    void watchClocks() {
        deadlines.watchClocks();
        deadlines.watchInterest();
        deadlines.watchPlaces();
    }
}
