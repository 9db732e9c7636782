package de.kim.rules.verify;

import de.kim.events.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What was found against one property. */
final class Findings {
    private static final int SHOWN = 20;

    private final String property;
    private final List<String> violations = new ArrayList<>();

    Findings(String property) {
        this.property = property;
    }

    void violated(String form, Object... values) {
        violations.add(form.formatted(values));
    }

    Verdict verdict() {
        if (violations.isEmpty()) {
            return new Verdict(property, true, "");
        }
        String shown = String.join("; ", violations.subList(0, Math.min(SHOWN, violations.size())));
        int more = violations.size() - SHOWN;
        return new Verdict(property, false, more > 0 ? shown + "; and " + more + " more" : shown);
    }
}
