package de.kim.kit.store.sample;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.kit.refusal.Refused;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A course with places. */
@Aggregate
public class Course {
    /** How many events were replayed into courses: shows whether a course was built anew. */
    public static final AtomicInteger EVOLVED = new AtomicInteger();

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // null until the first event: Axon asks for it
    private String course;

    private int places;
    private final Set<String> participants = new HashSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CourseCommand.Open command) {
        apply(new CourseHistory.Opened(command.course(), command.places()));
    }

    @CommandHandler
    void decide(CourseCommand.TakePlace command) {
        if (participants.contains(command.person())) {
            return;
        }
        take(command.person());
    }

    @CommandHandler
    void decide(CourseCommand.LeavePlace command) {
        leave(command.person());
    }

    @CommandHandler
    void decide(CourseCommand.Note command) {
        apply(new CourseHistory.Noted(course, command.note()));
    }

    @CommandHandler
    void decide(CourseCommand.NoteInTableAndRefuse command, JdbcClient jdbc) {
        jdbc.sql("insert into note (text) values (?)").param("of " + course).update();
        apply(new CourseHistory.Noted(course, "partial"));
        throw new Refused(CourseRefusal.ALWAYS);
    }

    @CommandHandler
    void decide(CourseCommand.FailInTable command, JdbcClient jdbc) {
        jdbc.sql("insert into note (text) values (null)").update();
    }

    void take(String person) {
        if (participants.size() >= places) {
            throw new Refused(CourseRefusal.FULL);
        }
        apply(new CourseHistory.PlaceTaken(course, person));
    }

    void leave(String person) {
        if (!participants.contains(person)) {
            throw new Refused(CourseRefusal.NOT_A_PARTICIPANT);
        }
        apply(new CourseHistory.PlaceLeft(course, person));
    }

    @EventSourcingHandler
    void evolve(CourseHistory event) {
        EVOLVED.incrementAndGet();
        switch (event) {
            case CourseHistory.Opened opened -> {
                course = opened.course();
                places = opened.places();
            }
            case CourseHistory.PlaceTaken taken -> participants.add(taken.person());
            case CourseHistory.PlaceLeft left -> participants.remove(left.person());
            case CourseHistory.Noted noted -> {}
        }
    }
}
