package de.kim.allocation.react;

import de.kim.allocation.write.AskCapacity;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import java.util.List;

/** More or fewer places; confirmed ones too, in case a change was never said. */
public final class WhenPlacesChangedThenAskCapacity {
    private WhenPlacesChangedThenAskCapacity() {}

    public static List<AskCapacity> react(PlacesChanged event) {
        return List.of(new AskCapacity(event.courseId(), event.places()));
    }

    public static List<AskCapacity> react(PlacesConfirmed event) {
        return List.of(new AskCapacity(event.courseId(), event.places()));
    }
}
