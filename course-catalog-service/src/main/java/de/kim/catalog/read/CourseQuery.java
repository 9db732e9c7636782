package de.kim.catalog.read;

import de.kim.catalog.write.CourseState;
import de.kim.events.CourseType;
import de.kim.kit.web.input.Slug;
import org.jspecify.annotations.Nullable;

/** Which courses are asked for; null asks for any. */
record CourseQuery(
        @Nullable @Slug String providerId,
        @Nullable CourseType courseType,
        @Nullable CourseState state,
        @Nullable Boolean stale) {}
