package de.kim.catalog.read;

import de.kim.catalog.write.CatalogRefusal;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the providers of the network offer, for its partners. */
@RestController
class CatalogEndpoint {
    private static final String COURSES = "courses";
    private static final String PROVIDERS = "providers";

    private final Courses courses;
    private final Providers providers;

    CatalogEndpoint(Courses courses, Providers providers) {
        this.courses = courses;
        this.providers = providers;
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/courses")
    Page<CourseView> courses(
            Actor actor, @ParameterObject @Valid CourseQuery asked, PageQuery query) {
        return Page.of(
                courses.after(asked, numberAfter(COURSES, query), query.rows()),
                query,
                last -> Cursor.after(COURSES, last.number()));
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/courses/{id}")
    ResponseEntity<CourseView> course(@PathVariable("id") UUID id, Actor actor) {
        CourseView course =
                courses.one(id).orElseThrow(() -> new Refused(CatalogRefusal.COURSE_NOT_FOUND));
        return ResponseEntity.ok().eTag(IfMatch.etag(course.version())).body(course);
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/providers")
    Page<ProviderView> providers(Actor actor, PageQuery query) {
        return Page.of(
                providers.after(numberAfter(PROVIDERS, query), query.rows()),
                query,
                last -> Cursor.after(PROVIDERS, last.number()));
    }

    private static long numberAfter(String list, PageQuery query) {
        return query.after(list, 1).map(cursor -> cursor.number(0)).orElse(0L);
    }
}
