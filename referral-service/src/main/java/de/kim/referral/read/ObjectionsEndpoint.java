package de.kim.referral.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objections: a body's own; all of them, under pseudonyms, for coordination and audit. */
@RestController
class ObjectionsEndpoint {
    private static final String LIST = "objections";

    private final Objections objections;

    ObjectionsEndpoint(Objections objections) {
        this.objections = objections;
    }

    @Allow({Role.REFERRER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/objections")
    Page<Objections.Objection> objections(
            @RequestParam(required = false) @Nullable Boolean open, Actor actor, PageQuery query) {
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                objections.page(actor.confinedTo(), Boolean.TRUE.equals(open), after, query.rows()),
                query,
                last -> Cursor.after(LIST, last.number()));
    }
}
