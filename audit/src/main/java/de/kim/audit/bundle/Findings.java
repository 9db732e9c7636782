package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import java.util.ArrayList;
import java.util.List;

/** What was found of one property: the first of each kind in words, the others as a number. */
final class Findings {
    private static final int SHOWN = 20;

    private final String name;
    private final List<String> violations = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private long moreViolations;
    private long moreGaps;

    Findings(String name) {
        this.name = name;
    }

    void violated(String sentence) {
        if (violations.size() < SHOWN) {
            violations.add(sentence);
        } else {
            moreViolations++;
        }
    }

    void notCheckable(String sentence) {
        if (gaps.size() < SHOWN) {
            gaps.add(sentence);
        } else {
            moreGaps++;
        }
    }

    boolean isViolated() {
        return !violations.isEmpty();
    }

    /**
     * The verdict.
     *
     * @param confirmed what is confirmed when nothing was found
     */
    Property verdict(String confirmed) {
        if (!violations.isEmpty()) {
            return new Property(name, Verdict.VIOLATED, text(violations, moreViolations));
        }
        return gaps.isEmpty()
                ? new Property(name, Verdict.OK, confirmed)
                : new Property(name, Verdict.NOT_CHECKABLE, text(gaps, moreGaps));
    }

    private static String text(List<String> sentences, long more) {
        String text = String.join("; ", sentences);
        return more == 0 ? text : text + "; and " + more + " more";
    }
}
