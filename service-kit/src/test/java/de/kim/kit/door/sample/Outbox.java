package de.kim.kit.door.sample;

import de.kim.events.InterestConfirmed;
import de.kim.events.PlacesChanged;
import de.kim.kit.door.OutDoor;
import de.kim.kit.door.Saying;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the sample service says. */
@Component
public class Outbox implements OutDoor<CourseHistory> {
    @Override
    public Class<CourseHistory> stored() {
        return CourseHistory.class;
    }

    @Override
    public Saying say(CourseHistory event) {
        return switch (event) {
            case CourseHistory.Changed changed ->
                    Saying.publish(new PlacesChanged(changed.course(), changed.places()));
            case CourseHistory.Described described ->
                    Saying.publishWithProfile(
                            new InterestConfirmed(described.course(), LocalDate.of(2026, 11, 23)),
                            described.course());
            case CourseHistory.Noted noted -> Saying.staysHere();
        };
    }
}
