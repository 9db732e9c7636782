package de.kim.catalog.write;

import de.kim.events.CourseExtent;
import org.jspecify.annotations.Nullable;

/** The terms that change; null stays as it is. */
public record ChangedTerms(
        @Nullable CourseExtent extent,
        @Nullable Boolean childcare,
        @Nullable Boolean womenOnly,
        @Nullable Boolean online) {
    /** Everything stays as it is. */
    public static final ChangedTerms NONE = new ChangedTerms(null, null, null, null);

    CourseTerms appliedTo(CourseTerms before) {
        return new CourseTerms(
                extent == null ? before.extent() : extent,
                childcare == null ? before.childcare() : childcare,
                womenOnly == null ? before.womenOnly() : womenOnly,
                online == null ? before.online() : online);
    }
}
