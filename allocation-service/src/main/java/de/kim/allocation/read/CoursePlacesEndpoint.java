package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The places of a course. */
@RestController
class CoursePlacesEndpoint {
    private final JdbcClient jdbc;

    CoursePlacesEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts of places.
     *
     * @param asked what the provider asked for
     * @param capacity what is in force: not below accepted and offered
     * @param free 0 when the course takes nobody any more
     */
    record CoursePlaces(
            UUID courseId,
            int asked,
            int capacity,
            int accepted,
            int offered,
            int free,
            boolean closed) {}

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/courses/{courseId}/places")
    CoursePlaces answer(@PathVariable UUID courseId) {
        return jdbc.sql("select * from course_places where course_id = ?")
                .param(courseId)
                .query(
                        (row, i) -> {
                            int left =
                                    row.getInt("capacity")
                                            - row.getInt("taken")
                                            - row.getInt("held");
                            boolean closed = row.getBoolean("closed");
                            return new CoursePlaces(
                                    courseId,
                                    row.getInt("asked"),
                                    row.getInt("capacity"),
                                    row.getInt("taken"),
                                    row.getInt("held"),
                                    closed ? 0 : left,
                                    closed);
                        })
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.COURSE_NOT_FOUND));
    }
}
