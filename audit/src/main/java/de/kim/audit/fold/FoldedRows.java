package de.kim.reporting.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The rows of the report in memory, while it is rebuilt. */
final class RebuiltRows implements ReportRows {
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
    void rememberChanges() {
        remembersChanges = true;
    }

    boolean isChanged(Object key) {
        return changed.contains(key);
    }

    int size() {
        return cases.size() + courses.size() + providers.size();
    }

    @SuppressWarnings("unchecked") // each table has its map
    <K, R> Map<K, R> of(ReportTable<K, R> table) {
        Object rows =
                table == ReportTables.CASES
                        ? cases
                        : table == ReportTables.COURSES ? courses : providers;
        return (Map<K, R>) rows;
    }
}
