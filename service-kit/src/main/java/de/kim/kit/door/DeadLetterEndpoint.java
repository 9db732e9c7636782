package de.kim.kit.door;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What this service heard and could not take, for those who run the network. A letter can hold a
 * profile, so nobody else reads it.
 */
@RestController
@RequestMapping("/api/dead-letters")
public class DeadLetterEndpoint {
    private static final String LIST = "dead-letters";

    private final DeadLetters letters;
    private final ParkingLot parking;
    private final Clock clock;

    DeadLetterEndpoint(DeadLetters letters, ParkingLot parking, Clock clock) {
        this.letters = letters;
        this.parking = parking;
        this.clock = clock;
    }

    /** All that is parked or dead, oldest first. */
    @Allow(Role.COORDINATOR)
    @GetMapping
    public Page<DeadLetter> list(PageQuery query) {
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                letters.after(after, query.rows()), query, last -> Cursor.after(LIST, last.id()));
    }

    /** One of them, with the event as it was read. */
    @Allow(Role.COORDINATOR)
    @GetMapping("/{id}")
    public DeadLetter one(@PathVariable long id) {
        return letters.find(id).orElseThrow(() -> new Refused(DoorRefusal.DEAD_LETTER_NOT_FOUND));
    }

    /** Has it tried again within seconds, with all its attempts before it. */
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void redrive(@PathVariable long id) {
        one(id);
        parking.redrive(id, clock.instant());
    }
}
