package de.kim.referral.write;

import de.kim.events.Wish;
import de.kim.kit.web.input.Slug;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish as it is sent in: a provider, or one of its courses. */
record WantedCourse(@Slug String providerId, @Nullable UUID courseId) {
    static List<Wish> wishes(@Nullable List<WantedCourse> wanted) {
        return wanted == null
                ? List.of()
                : wanted.stream().map(it -> new Wish(it.providerId, it.courseId)).toList();
    }
}
