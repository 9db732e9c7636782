package de.kim.system.bench.service;

import de.kim.events.PlacesChanged;
import de.kim.kit.door.OutDoor;
import de.kim.kit.door.Saying;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says every event. Only where a benchmark has a broker. */
@Component
@ConditionalOnProperty(BenchService.SPEAKS)
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
        };
    }
}
