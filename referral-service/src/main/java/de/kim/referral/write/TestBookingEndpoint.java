package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A seat in a placement test: booked, moved, given back. */
@RestController
class TestBookingEndpoint {
    private final SeatDesk desk;
    private final SeenVersion versions;

    TestBookingEndpoint(SeatDesk desk, SeenVersion versions) {
        this.desk = desk;
        this.versions = versions;
    }

    record BookTestBody(UUID testDateId) {}

    record ReturnSeatBody() {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/test-booking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bookTest(
            @PathVariable("id") UUID id,
            @Valid @RequestBody BookTestBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        desk.book(id, body.testDateId, actor.body());
    }

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/test-move")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void moveTest(
            @PathVariable("id") UUID id,
            @Valid @RequestBody BookTestBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        desk.move(id, body.testDateId, actor.body());
    }

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/test-return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void returnSeat(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ReturnSeatBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        desk.giveBack(id, actor.body());
    }
}
