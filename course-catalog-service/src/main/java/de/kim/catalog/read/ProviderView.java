package de.kim.catalog.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.catalog.write.ProviderContact;
import de.kim.events.AdmissionEnd;
import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider with its admissions, the earliest first.
 *
 * @param contact how anybody reaches it; null when it has not said
 */
public record ProviderView(
        String providerId,
        @JsonIgnore long number,
        String name,
        @Nullable ProviderContact contact,
        List<Admission> admissions) {

    /**
     * An admission by the BAMF.
     *
     * @param until its last day, also when it ended before its time
     * @param ended why it ended before its time; null when it did not
     * @param online whether online courses are among them; null: not limited
     * @param area municipality keys or their beginnings; empty: not limited
     */
    public record Admission(
            List<CourseType> courseTypes,
            AdmissionKind kind,
            LocalDate from,
            LocalDate until,
            @Nullable AdmissionEnd ended,
            @Nullable Boolean online,
            List<String> area) {}
}
