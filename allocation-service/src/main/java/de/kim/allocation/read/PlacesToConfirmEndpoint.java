package de.kim.allocation.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Courses whose free places have to be confirmed, the most urgent first. */
@RestController
class PlacesToConfirmEndpoint {
    private final PlacesToConfirm places;

    PlacesToConfirmEndpoint(PlacesToConfirm places) {
        this.places = places;
    }

    /** A provider sees its own courses. */
    @Allow({Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/clocks/places")
    Page<PlacesToConfirm.ToConfirm> page(
            @RequestParam(required = false) ClocksRunning.@Nullable State state,
            PageQuery query,
            Actor actor) {
        return Page.of(places.page(state, query, actor), query, PlacesToConfirm::cursorAfter);
    }
}
