package de.kim.audit.fold;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The rows of the report in memory: while it is rebuilt, and where an audit recomputes it. */
public final class FoldedRows implements ReportRows {
    private final Map<UUID, ReportCase> cases = new HashMap<>();
    private final Map<UUID, ReportCourse> courses = new HashMap<>();
    private final Map<String, ReportProvider> providers = new HashMap<>();
    private final Set<Object> changed = new HashSet<>();
    private boolean remembersChanges;

    @Override
    public void onCase(UUID referralId, UnaryOperator<ReportCase> change) {
        ReportCase row = cases.get(referralId);
        cases.put(referralId, change.apply(row == null ? ReportCase.of(referralId) : row));
        remember(referralId);
    }

    @Override
    public void onCourse(UUID courseId, UnaryOperator<ReportCourse> change) {
        ReportCourse row = courses.get(courseId);
        courses.put(courseId, change.apply(row == null ? ReportCourse.of(courseId) : row));
        remember(courseId);
    }

    @Override
    public void put(ReportProvider provider) {
        providers.put(provider.providerId(), provider);
        remember(provider.providerId());
    }

    private void remember(Object key) {
        if (remembersChanges) {
            changed.add(key);
        }
    }

    /** From now on {@link #isChanged} knows what changes. */
    public void rememberChanges() {
        remembersChanges = true;
    }

    public boolean isChanged(Object key) {
        return changed.contains(key);
    }

    public int size() {
        return cases.size() + courses.size() + providers.size();
    }

    public Map<UUID, ReportCase> cases() {
        return Collections.unmodifiableMap(cases);
    }

    public Map<UUID, ReportCourse> courses() {
        return Collections.unmodifiableMap(courses);
    }

    public Map<String, ReportProvider> providers() {
        return Collections.unmodifiableMap(providers);
    }
}
