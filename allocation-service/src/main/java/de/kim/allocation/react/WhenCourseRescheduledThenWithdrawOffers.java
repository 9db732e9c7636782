package de.kim.allocation.react;

import de.kim.allocation.write.WithdrawOffers;
import de.kim.events.CourseRescheduled;
import de.kim.events.OfferWithdrawalCause;
import java.util.List;

/**
 * Who was offered other days, times or another venue decides anew; who accepted keeps the place.
 */
public final class WhenCourseRescheduledThenWithdrawOffers {
    private WhenCourseRescheduledThenWithdrawOffers() {}

    public static List<WithdrawOffers> react(CourseRescheduled event) {
        return List.of(
                new WithdrawOffers(event.courseId(), OfferWithdrawalCause.COURSE_RESCHEDULED));
    }
}
