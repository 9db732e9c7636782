package de.kim.kit.door.sample;

import de.kim.events.AgeBand;
import de.kim.events.Gender;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import de.kim.kit.door.ProfileSource;
import de.kim.kit.store.StoredEventTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
public class SampleService {
    /** The version of each profile; none means erased. */
    public static final Map<UUID, Long> PROFILES = new ConcurrentHashMap<>();

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.ofSealed(CourseHistory.class);
    }

    @Bean
    ProfileSource profileSource() {
        return id -> Optional.ofNullable(PROFILES.get(id)).map(version -> profile(id, version));
    }

    /** An invented profile. */
    public static Profile profile(UUID referralId, long version) {
        return new Profile(
                referralId,
                version,
                "00ff",
                Gender.values()[0],
                AgeBand.values()[0],
                "03404000",
                NationalityGroup.values()[0],
                List.of("ar", "de"),
                true,
                false,
                List.of());
    }
}
