package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * That keys were destroyed: what a database that was restored from a backup has to be told again.
 *
 * @param keys the destroyed keys
 * @param whole whether the person was erased; else the data of these classes only
 */
public record Destruction(
        UUID referralId, UUID ringId, Map<DataClass, UUID> keys, boolean whole, LocalDate on) {
    public Destruction {
        keys = Map.copyOf(keys);
    }
}
