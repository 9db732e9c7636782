package de.kim.catalog.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.kit.refusal.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One provider and its admissions by the BAMF. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon creates it empty and evolves it
public class Provider {
    private static final LocalDate FIRST_COURSES = LocalDate.of(2005, 1, 1);
    private static final int YEARS_AHEAD = 10;

    @AggregateIdentifier private String providerId;
    private final List<ProviderHistory.Admitted> admissions = new ArrayList<>();
    private ProviderHistory.@Nullable AdmissionEnded ended;

    protected Provider() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AdmitProvider command, Clock clock) {
        if (command.until().isBefore(command.from())) {
            throw new Refused(CatalogRefusal.ADMISSION_DATES_REVERSED);
        }
        if (command.from().isBefore(FIRST_COURSES)
                || command.until().isAfter(LocalDate.now(clock).plusYears(YEARS_AHEAD))) {
            throw new Refused(CatalogRefusal.DATE_OUT_OF_RANGE);
        }
        var admitted =
                new ProviderHistory.Admitted(
                        command.providerId(),
                        command.name(),
                        command.courseTypes(),
                        command.kind(),
                        command.from(),
                        command.until(),
                        command.online(),
                        command.area());
        if (!admissions.contains(admitted)) {
            apply(admitted);
        }
    }

    @CommandHandler
    void decide(EndAdmission command) {
        var end =
                new ProviderHistory.AdmissionEnded(providerId, command.endedOn(), command.reason());
        if (end.equals(ended)) {
            return;
        }
        if (admissions.isEmpty()) {
            throw new Refused(CatalogRefusal.ADMISSION_ALREADY_ENDED);
        }
        if (admissions.stream().noneMatch(it -> holds(it, command.endedOn()))) {
            throw new Refused(CatalogRefusal.ADMISSION_MISSING);
        }
        apply(end);
    }

    private static boolean holds(ProviderHistory.Admitted admission, LocalDate on) {
        return !on.isBefore(admission.from()) && !on.isAfter(admission.until());
    }

    @EventSourcingHandler
    void evolve(ProviderHistory event) {
        switch (event) {
            case ProviderHistory.Admitted it -> {
                providerId = it.providerId();
                admissions.add(it);
            }
            // an admission granted afterwards begins a new list: it is not the one that ended
            case ProviderHistory.AdmissionEnded it -> {
                ended = it;
                admissions.clear();
            }
        }
    }
}
