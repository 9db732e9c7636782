package de.kim.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Data of these classes was deleted because its time was over; the rest of what is known of the
 * person stays. {@code PersonErased} follows when nothing is left.
 */
@WireName("kim.referrals.personal-data-deleted.v1")
public record PersonalDataDeleted(UUID referralId, List<DataClass> dataClasses, LocalDate deletedOn)
        implements ReferralEvent {
    public PersonalDataDeleted {
        dataClasses = List.copyOf(dataClasses);
    }

    @Override
    public String subject() {
        return referralId.toString();
    }
}
