package de.kim.allocation.react;

import de.kim.allocation.write.ConfirmInterest;
import de.kim.events.InterestConfirmed;
import java.util.List;

/** Courses whose offer expired may be offered again. */
public final class WhenInterestConfirmedThenOpenExpiredCourses {
    private WhenInterestConfirmedThenOpenExpiredCourses() {}

    public static List<ConfirmInterest> react(InterestConfirmed event) {
        return List.of(new ConfirmInterest(event.referralId()));
    }
}
