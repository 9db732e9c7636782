package de.kim.catalog.write;

import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The version of a course that a caller has seen against the one in force; another provider's
 * course is not there. The row stays locked until the unit of work ends: whoever changes the course
 * writes this row too, so nobody can come in between.
 */
@Repository
class SeenVersion {
    private final JdbcClient jdbc;

    SeenVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(UUID courseId, Actor actor, IfMatch seen) {
        long current =
                jdbc.sql(
                                """
                                select version from course_view
                                where course_id = ? and provider_id = ? for update
                                """)
                        .params(courseId, actor.body())
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> new Refused(CatalogRefusal.COURSE_NOT_FOUND));
        seen.check(current);
    }
}
