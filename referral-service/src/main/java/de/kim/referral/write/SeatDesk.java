package de.kim.referral.write;

import de.kim.kit.refusal.Refused;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a seat and a referral change together. All commands go in the unit of work of the request:
 * when one is refused nothing of the others remains. Dates are locked before referrals; two people
 * who change places at the same time may have to try again, which their requests do by themselves.
 */
@Component
class SeatDesk {
    private final CommandGateway commands;
    private final JdbcClient jdbc;

    SeatDesk(CommandGateway commands, JdbcClient jdbc) {
        this.commands = commands;
        this.jdbc = jdbc;
    }

    void book(UUID referralId, UUID testDateId, String by) {
        book(referralId, testDateId, by, null);
    }

    /** From the date that is booked, if any, to another one. */
    void move(UUID referralId, UUID testDateId, String by) {
        UUID old = booked(referralId, by);
        if (old == null || old.equals(testDateId)) {
            book(referralId, testDateId, by, null);
        } else {
            commands.sendAndWait(new FreeSeat(old, referralId, by));
            book(referralId, testDateId, by, old);
        }
    }

    /** Nothing is to be given back when none is booked. */
    void giveBack(UUID referralId, String by) {
        UUID booked = booked(referralId, by);
        if (booked == null) {
            throw new Refused(ReferralRefusal.TEST_NOT_BOOKED);
        }
        commands.sendAndWait(new FreeSeat(booked, referralId, by));
        commands.sendAndWait(new EndTestBooking(referralId, by, booked, BookingEnd.RETURNED));
    }

    private void book(UUID referralId, UUID testDateId, String by, @Nullable UUID insteadOf) {
        TestDay seat = commands.sendAndWait(new TakeSeat(testDateId, referralId, by));
        commands.sendAndWait(
                new BookTest(referralId, by, testDateId, seat.host(), seat.day(), insteadOf));
    }

    /** As the view says, which changes with the events; the referral itself decides. */
    private @Nullable UUID booked(UUID referralId, String body) {
        return jdbc.sql("select test_date_id from referral_view where referral_id = ? and body = ?")
                .params(referralId, body)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND))
                .orElse(null);
    }
}
