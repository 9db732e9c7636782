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
    private final Map<UUID, ReportRound> rounds = new HashMap<>();
    private final Map<UUID, ReportOverride> overrides = new HashMap<>();
    private final Map<UUID, ReportPassing> passings = new HashMap<>();
    private final Map<Integer, ReportRulebook> rulebooks = new HashMap<>();
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
    public void onRound(UUID roundId, UnaryOperator<ReportRound> change) {
        ReportRound row = rounds.get(roundId);
        rounds.put(roundId, change.apply(row == null ? ReportRound.of(roundId) : row));
        remember(roundId);
    }

    @Override
    public void put(ReportOverride override) {
        overrides.put(override.eventId(), override);
        remember(override.eventId());
    }

    @Override
    public void put(ReportPassing passing) {
        passings.put(passing.eventId(), passing);
        remember(passing.eventId());
    }

    @Override
    public void put(ReportRulebook rulebook) {
        rulebooks.put(rulebook.version(), rulebook);
        remember(rulebook.version());
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
        return cases.size()
                + courses.size()
                + providers.size()
                + rounds.size()
                + overrides.size()
                + passings.size()
                + rulebooks.size();
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

    public Map<UUID, ReportRound> rounds() {
        return Collections.unmodifiableMap(rounds);
    }

    public Map<UUID, ReportPassing> passings() {
        return Collections.unmodifiableMap(passings);
    }

    public Map<Integer, ReportRulebook> rulebooks() {
        return Collections.unmodifiableMap(rulebooks);
    }

    public Map<UUID, ReportOverride> overrides() {
        return Collections.unmodifiableMap(overrides);
    }
}
