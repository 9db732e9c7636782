package de.kim.reporting.read.report;

import de.kim.reporting.read.ReportCase;
import de.kim.reporting.read.ReportCourse;
import de.kim.reporting.read.ReportSnapshot;
import de.kim.reporting.read.report.Utilisation.OfProvider;
import de.kim.reporting.read.report.Utilisation.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a report needs, all at one instant, and makes it. */
@Component
public class Reports {
    private final ReportSnapshot.Source source;

    public Reports(ReportSnapshot.Source source) {
        this.source = source;
    }

    public Report report(Period period) {
        ReportSnapshot snapshot = source.read(period.from(), period.until());
        List<Subject> subjects = new ArrayList<>();
        for (ReportCase row : snapshot.cases()) {
            subjects.add(
                    Subject.of(
                            row,
                            snapshot.profiles().get(row.referralId()),
                            course(row, snapshot.courses())));
        }
        return Report.of(
                period,
                snapshot.size(),
                snapshot.day(),
                subjects,
                providers(snapshot, period.from()));
    }

    private static @Nullable ReportCourse course(ReportCase row, Map<UUID, ReportCourse> courses) {
        if (row.place().started() != null) {
            return courses.get(row.place().started().courseId());
        }
        return row.place().held() == null ? null : courses.get(row.place().held().courseId());
    }

    private static List<OfProvider> providers(ReportSnapshot snapshot, LocalDate from) {
        Map<String, Places> places = new TreeMap<>();
        for (ReportCourse course : snapshot.courses().values()) {
            ReportCourse.Plan plan = course.plan();
            if (plan != null
                    && course.cancelled() == null
                    && plan.begins() != null
                    && !plan.begins().isBefore(from)) {
                places.merge(
                        plan.providerId(),
                        Places.ofCourse(
                                course.capacity(),
                                snapshot.offered().getOrDefault(course.courseId(), 0),
                                snapshot.accepted().getOrDefault(course.courseId(), 0),
                                snapshot.started().getOrDefault(course.courseId(), 0)),
                        Places::plus);
            }
        }
        List<OfProvider> providers = new ArrayList<>();
        places.forEach(
                (id, sum) ->
                        providers.add(
                                new OfProvider(
                                        id, snapshot.providers().getOrDefault(id, ""), sum)));
        return providers;
    }
}
