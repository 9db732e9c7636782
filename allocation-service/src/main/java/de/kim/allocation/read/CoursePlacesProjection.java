package de.kim.allocation.read;

import de.kim.allocation.write.CoursePlacesHistory;
import de.kim.allocation.write.CoursePlacesHistory.CapacitySet;
import de.kim.allocation.write.CoursePlacesHistory.Closed;
import de.kim.allocation.write.CoursePlacesHistory.PlaceFreed;
import de.kim.allocation.write.CoursePlacesHistory.PlaceHeld;
import de.kim.allocation.write.CoursePlacesHistory.PlaceTaken;
import de.kim.allocation.write.CoursePlacesHistory.SoonStale;
import de.kim.allocation.write.CoursePlacesHistory.Stale;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many places of a course are held and taken. */
@Component
@ProcessingGroup(OwnHistory.PLACES)
public class CoursePlacesProjection {
    private final JdbcClient jdbc;

    public CoursePlacesProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    public void project(CoursePlacesHistory event) {
        switch (event) {
            case CapacitySet e -> capacity(e);
            case PlaceHeld e -> update(e.courseId(), "held = held + 1");
            case PlaceTaken e -> update(e.courseId(), "held = held - 1, taken = taken + 1");
            case PlaceFreed e -> update(e.courseId(), freed(e));
            case SoonStale e -> shown(e.courseId(), e.due(), "warned");
            case Stale e -> shown(e.courseId(), e.due(), "breached");
            case Closed e -> closed(e.courseId());
        }
    }

    private static String freed(PlaceFreed e) {
        return e.wasTaken() ? "taken = taken - 1" : "held = held - 1";
    }

    private void capacity(CapacitySet e) {
        jdbc.sql(
                        """
                        insert into course_places (course_id, asked, capacity) values (?, ?, ?)
                        on conflict (course_id) do update
                            set asked = excluded.asked, capacity = excluded.capacity
                        """)
                .params(e.courseId(), e.placesAsked(), e.capacity())
                .update();
    }

    private void closed(UUID courseId) {
        jdbc.sql(
                        """
                        insert into course_places (course_id, closed) values (?, true)
                        on conflict (course_id) do update set closed = true
                        """)
                .param(courseId)
                .update();
    }

    private void shown(UUID courseId, LocalDate due, String what) {
        jdbc.sql(
                        """
                        insert into places_shown (course_id, due, %1$s) values (?, ?, true)
                        on conflict (course_id, due) do update set %1$s = true
                        """
                                .formatted(what))
                .params(courseId, due)
                .update();
    }

    private void update(UUID courseId, String change) {
        jdbc.sql("update course_places set " + change + " where course_id = ?")
                .param(courseId)
                .update();
    }
}
