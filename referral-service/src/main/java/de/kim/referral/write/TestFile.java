package de.kim.referral.write;

import de.kim.events.Rulebook;
import de.kim.kit.refusal.Refused;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral's placement test, its result and the seats for it: decides what may be said of it. */
final class TestFile {
    private ReferralHistory.@Nullable TestRecorded result;

    /** The test date with a seat for the person. */
    private @Nullable UUID seat;

    /** The same; stays when the person did not come, which may turn out to be a mistake. */
    private @Nullable UUID lastSeat;

    Optional<ReferralHistory.TestRecorded> result() {
        return Optional.ofNullable(result);
    }

    Optional<ReferralHistory> decide(
            RecordPlacementTest command, Rulebook rulebook, LocalDate today) {
        return record(
                command.referralId(),
                new StatedResult(
                        command.testedOn(),
                        command.recommendedType(),
                        command.recommendedSection(),
                        command.dispensable()),
                rulebook,
                today);
    }

    /** By the host of the test: having had a seat there is what allows it. */
    Optional<ReferralHistory> decide(RecordTestResult command, Rulebook rulebook, LocalDate today) {
        if (!command.testDateId().equals(lastSeat)) {
            throw new Refused(ReferralRefusal.TEST_NOT_BOOKED);
        }
        return record(
                command.referralId(),
                new StatedResult(
                        command.testedOn(),
                        command.recommendedType(),
                        command.recommendedSection(),
                        command.dispensable()),
                rulebook,
                today);
    }

    /** The right result, where the one recorded was wrong. */
    Optional<ReferralHistory> correct(CorrectReferral command, Rulebook rulebook, LocalDate today) {
        StatedResult right = command.test();
        if (right == null) {
            return Optional.empty();
        }
        if (result == null) {
            throw new Refused(ReferralRefusal.TEST_NOT_RECORDED);
        }
        return record(command.referralId(), right, rulebook, today);
    }

    private Optional<ReferralHistory> record(
            UUID referralId, StatedResult stated, Rulebook rulebook, LocalDate today) {
        EntitlementRules.checkTest(
                stated.testedOn(),
                stated.recommendedType(),
                stated.recommendedSection(),
                rulebook,
                today);
        ReferralHistory.TestRecorded recorded =
                new ReferralHistory.TestRecorded(
                        referralId,
                        stated.testedOn(),
                        stated.recommendedType(),
                        stated.recommendedSection(),
                        stated.dispensable());
        return recorded.equals(result) ? Optional.empty() : Optional.of(recorded);
    }

    Optional<ReferralHistory> decide(BookTest command) {
        if (result != null) {
            throw new Refused(ReferralRefusal.TEST_ALREADY_RECORDED);
        }
        if (command.testDateId().equals(seat)) {
            return Optional.empty();
        }
        if (!Objects.equals(command.insteadOf(), seat)) {
            throw new Refused(ReferralRefusal.TEST_ALREADY_BOOKED);
        }
        return Optional.of(
                new ReferralHistory.TestBooked(
                        command.referralId(),
                        command.testDateId(),
                        command.host(),
                        command.testOn()));
    }

    Optional<ReferralHistory> decide(EndTestBooking command, LocalDate today) {
        return command.testDateId().equals(seat)
                ? Optional.of(
                        new ReferralHistory.TestBookingEnded(
                                command.referralId(), command.testDateId(), command.cause(), today))
                : Optional.empty();
    }

    void evolve(ReferralHistory.TestRecorded recorded) {
        result = recorded;
    }

    void evolve(ReferralHistory.TestBooked booked) {
        seat = booked.testDateId();
        lastSeat = seat;
    }

    void evolve(ReferralHistory.TestBookingEnded ended) {
        seat = null;
        lastSeat = ended.cause() == BookingEnd.MISSED ? lastSeat : null;
    }
}
