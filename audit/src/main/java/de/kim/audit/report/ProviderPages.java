package de.kim.audit.report;

import de.kim.audit.fold.Conduct;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportPassing;
import de.kim.audit.report.ProviderPage.Confirmations;
import de.kim.audit.report.ProviderPage.Passing;
import de.kim.audit.report.Utilisation.OfProvider;
import de.kim.audit.report.Utilisation.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the pages of all providers. */
record ProviderPages(
        Map<String, String> names,
        List<OfProvider> places,
        Courses counts,
        List<Courses.Known> planned,
        Map<UUID, ReportCourse> courses,
        List<ReportPassing> passings,
        LocalDate day) {
    List<ProviderPage> all() {
        TreeSet<String> ids = new TreeSet<>(names.keySet());
        places.forEach(one -> ids.add(one.providerId()));
        counts.byProvider().forEach(line -> ids.add(line.code()));
        return ids.stream().map(this::page).toList();
    }

    private ProviderPage page(String id) {
        return new ProviderPage(
                id,
                names.getOrDefault(id, ""),
                places.stream()
                        .filter(one -> one.providerId().equals(id))
                        .map(OfProvider::places)
                        .findFirst()
                        .orElse(Places.NONE),
                counts.ofProvider(id),
                confirmations(id),
                passing(id));
    }

    private Confirmations confirmations(String id) {
        int onTime = 0;
        int late = 0;
        int stale = 0;
        for (Courses.Known course : planned) {
            if (course.plan().providerId().equals(id)) {
                Conduct conduct = course.row().conduct();
                onTime += conduct.onTime();
                late += conduct.late();
                stale += isStale(course.row(), conduct) ? 1 : 0;
            }
        }
        return new Confirmations(onTime, late, stale);
    }

    private boolean isStale(ReportCourse course, Conduct conduct) {
        return course.startedOn() == null
                && course.cancelled() == null
                && conduct.statedOn() != null
                && conduct.statedOn().plusDays(Conduct.DAYS_FRESH).isBefore(day);
    }

    private Passing passing(String id) {
        int passedOn = 0;
        int takenOver = 0;
        for (ReportPassing one : passings) {
            boolean from = Objects.equals(provider(one.fromCourseId()), id);
            boolean to = Objects.equals(provider(one.toCourseId()), id);
            passedOn += from && !to ? 1 : 0;
            takenOver += to && !from ? 1 : 0;
        }
        return Passing.of(passedOn, takenOver);
    }

    private @Nullable String provider(@Nullable UUID courseId) {
        ReportCourse course = courseId == null ? null : courses.get(courseId);
        return course == null || course.plan() == null ? null : course.plan().providerId();
    }
}
