package de.kim.allocation.plumbing;

import de.kim.allocation.read.ClocksRunning;
import de.kim.allocation.read.PlacesToConfirm;
import de.kim.allocation.read.WaysOut;
import de.kim.allocation.write.AllocationHistory;
import de.kim.allocation.write.ClearingHouse;
import de.kim.allocation.write.CoursePlaces;
import de.kim.allocation.write.Files;
import de.kim.allocation.write.Overrides;
import de.kim.allocation.write.PlaceDesk;
import de.kim.allocation.write.Placement;
import de.kim.allocation.write.PublishRulebook;
import de.kim.allocation.write.PublishedRulebook;
import de.kim.allocation.write.Referee;
import de.kim.allocation.write.RoundInputs;
import de.kim.allocation.write.Situations;
import de.kim.kit.store.StoredEventTypes;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.rules.Rulebooks;
import de.kim.rules.verify.RoundVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
public class AllocationWiring {
    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.ofSealed(AllocationHistory.class);
    }

    @Bean
    Files files(
            Repository<CoursePlaces> courses, Repository<Placement> placements, EventStore store) {
        return new Files(courses, placements, store);
    }

    @Bean
    PlaceDesk placeDesk(Files files) {
        return new PlaceDesk(files);
    }

    @Bean
    @ConditionalOnMissingBean
    Referee referee() {
        return RoundVerifier::verify;
    }

    @Bean
    ClearingHouse clearingHouse(
            Situations situations,
            Overrides overrides,
            Referee referee,
            RoundInputs inputs,
            RootUnitOfWork root,
            EventStore store,
            Clock clock,
            MeterRegistry metrics) {
        return new ClearingHouse(
                situations,
                overrides,
                referee,
                inputs,
                root,
                store,
                clock,
                metrics.counter("kim.allocation.rounds.failed")::increment);
    }

    @Bean
    OneRoundAtATime oneRoundAtATime(DataSource database) {
        return new OneRoundAtATime(database);
    }

    @Bean
    LotteryBox lotteryBox(JdbcClient jdbc, @Value("${kim.allocation.lottery-seed:}") String seed) {
        return new LotteryBox(jdbc, seed);
    }

    @Bean
    RoundOffice roundOffice(
            ClearingHouse house,
            OneRoundAtATime one,
            LotteryBox lottery,
            JdbcClient jdbc,
            Clock clock) {
        return new RoundOffice(house, one, lottery, jdbc, clock);
    }

    @Bean
    Deadlines deadlines(
            JdbcClient jdbc,
            RootUnitOfWork root,
            ClocksRunning clocks,
            WaysOut waysOut,
            PlacesToConfirm places,
            Clock clock,
            @Value("${kim.allocation.ask-after-days}") int askAfterDays) {
        return new Deadlines(jdbc, root, clocks, waysOut, places, clock, askAfterDays);
    }

    @Bean
    OverrideBox overrides(JdbcClient jdbc) {
        return new OverrideBox(jdbc);
    }

    @Bean
    DraftBox rulebookDrafts(JdbcClient jdbc) {
        return new DraftBox(jdbc);
    }

    /** The rules KIM is delivered with; published at the first start, a later one finds it done. */
    @Bean
    ApplicationRunner firstRulebook(RootUnitOfWork root, Clock clock) {
        return arguments -> {
            Instant now = clock.instant();
            PublishRulebook first =
                    new PublishRulebook(
                            PublishedRulebook.ID,
                            Rulebooks.FIRST,
                            now,
                            "delivered with KIM",
                            "koordination",
                            now);
            root.callRetrying(() -> root.attempt(first));
        };
    }
}
