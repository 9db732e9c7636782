package de.kim.catalog.write;

import de.kim.kit.refusal.Refused;
import de.kim.kit.web.IfMatch;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The version of a course that a caller has seen against the one in force. The row stays locked
 * until the unit of work ends: whoever changes the course writes this row too, so nobody can come
 * in between.
 */
@Repository
class SeenVersion {
    private final JdbcClient jdbc;

    SeenVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(UUID courseId, IfMatch seen) {
        if (seen.version() == null) {
            return;
        }
        long current =
                jdbc.sql("select version from course_view where course_id = ? for update")
                        .param(courseId)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> new Refused(CatalogRefusal.COURSE_NOT_FOUND));
        seen.check(current);
    }
}
