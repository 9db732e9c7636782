package de.kim.referral.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is mine to do next. A referring body sees its own, as far ahead as is set, and a provider
 * the tests that it holds; the coordinator, whose own task it is to ask why, sees what is late
 * anywhere.
 */
@RestController
class WorklistEndpoint {
    private static final String LIST = "worklist";

    private final Worklist worklist;
    private final WorklistSettings settings;
    private final Clock clock;

    WorklistEndpoint(Worklist worklist, WorklistSettings settings, Clock clock) {
        this.worklist = worklist;
        this.settings = settings;
        this.clock = clock;
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR})
    @GetMapping("/api/worklist")
    Page<Worklist.Task> worklist(
            @RequestParam(required = false) @Nullable TaskKind kind,
            @RequestParam(required = false) @Nullable LocalDate dueBefore,
            Actor actor,
            PageQuery query) {
        LocalDate today = LocalDate.now(clock);
        boolean own = !actor.roles().contains(Role.COORDINATOR);
        LocalDate until = own ? today.plus(settings.ahead()) : today.minusDays(1);
        if (dueBefore != null && !dueBefore.isAfter(until)) {
            until = dueBefore.minusDays(1);
        }
        Worklist.After after =
                query.after(LIST, 3).map(WorklistEndpoint::after).orElse(Worklist.After.NOTHING);
        return Page.of(
                worklist.page(
                        new Worklist.Part(own ? actor.body() : null, kind, until),
                        after,
                        today,
                        query.rows()),
                query,
                last -> Worklist.cursorAfter(LIST, last));
    }

    private static Worklist.After after(Cursor cursor) {
        return new Worklist.After(cursor.day(0), cursor.number(1), cursor.text(2));
    }
}
