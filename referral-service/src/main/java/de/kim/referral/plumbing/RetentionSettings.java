package de.kim.referral.plumbing;

import de.kim.events.DataClass;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * For how long data is kept, counted from the day on which the person was referred; never for
 * longer than the law allows: names and birth date ten years, the rest five (§ 8 IntV).
 *
 * @param keep for each class of data
 * @param drafts for how long a referral may be written at before it is made; thirty days at most
 * @param accessLog how long it is kept who read what; six months
 * @param every how often it is looked for what is over
 */
@ConfigurationProperties("kim.retention")
public record RetentionSettings(
        Map<DataClass, Period> keep, Period drafts, Period accessLog, Duration every) {
    private static final Period LONGEST_IDENTITY = Period.ofYears(10);
    private static final Period LONGEST_OTHER = Period.ofYears(5);
    private static final Period LONGEST_DRAFT = Period.ofDays(30);
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    public RetentionSettings {
        keep = new EnumMap<>(keep);
        for (DataClass each : DataClass.values()) {
            Period longest = each == DataClass.IDENTITY ? LONGEST_IDENTITY : LONGEST_OTHER;
            Period kept = keep.get(each);
            check("keep." + each, kept, longest);
        }
        check("drafts", drafts, LONGEST_DRAFT);
    }

    private static void check(String what, @Nullable Period kept, Period longest) {
        if (kept == null || ANY_DAY.plus(kept).isAfter(ANY_DAY.plus(longest))) {
            throw new IllegalArgumentException(
                    "kim.retention.%s: %s at most".formatted(what, longest));
        }
    }
}
