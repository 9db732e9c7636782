package de.kim.catalog.write;

import de.kim.events.CourseType;
import de.kim.kit.refusal.Refused;
import java.util.List;

/** Whether the provider may hold such a course: one admission must allow all of it. */
final class AdmissionRules {
    private AdmissionRules() {}

    static void check(
            String providerId,
            CourseType type,
            CoursePlan plan,
            boolean online,
            Admissions admissions) {
        List<Admissions.Admission> holding = admissions.holding(providerId, type, plan.begins());
        if (holding.isEmpty()) {
            throw new Refused(CatalogRefusal.PROVIDER_NOT_ADMITTED);
        }
        if (online && holding.stream().noneMatch(Admissions.Admission::online)) {
            throw new Refused(CatalogRefusal.NOT_ADMITTED_ONLINE);
        }
        // an online course is held nowhere: the area does not bound it
        if (!online && holding.stream().noneMatch(it -> it.covers(plan.venue()))) {
            throw new Refused(CatalogRefusal.NOT_ADMITTED_IN_AREA);
        }
    }
}
