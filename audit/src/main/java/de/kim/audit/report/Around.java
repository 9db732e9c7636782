package de.kim.audit.report;

import de.kim.audit.report.Utilisation.OfProvider;
import java.util.List;
import java.util.Map;

/** The figures of a report that are not about its referrals. */
record Around(
        List<OfProvider> providers,
        Courses courses,
        Rounds rounds,
        Overrides overrides,
        List<ProviderPage> pages) {
    static final Around NOTHING =
            new Around(
                    List.of(),
                    new Courses(Courses.Counts.NONE, List.of(), List.of()),
                    Rounds.of(List.of()),
                    Overrides.of(List.of(), Map.of()),
                    List.of());
}
