package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.catalog.write.CourseHistory;
import de.kim.catalog.write.Places;
import de.kim.catalog.write.ProviderHistory;
import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What the first version stored is still read. */
class StoredBeforeTest extends RunningCatalog {
    @Autowired
    @Qualifier("eventSerializer")
    private Serializer serializer;

    @Test
    void a_course_without_what_could_not_be_said_yet() {
        CourseHistory.Scheduled course =
                read(
                        CourseHistory.Scheduled.class,
                        """
                        {"courseId": "00000000-0000-0000-0000-0000000000c1",
                         "providerId": "traeger-01", "courseType": "GENERAL",
                         "sections": [{"number": 1, "begins": "2027-02-01", "ends": "2027-03-05"}],
                         "times": [{"day": "MONDAY", "from": "08:30:00", "to": "12:45:00"}],
                         "venue": {"municipality": "03404000", "latitudeE6": 52279000,
                                   "longitudeE6": 8047000, "accessible": true},
                         "childcare": true, "womenOnly": false, "online": false, "places": 20}
                        """);
        assertThat(course.plan().interruptions()).isEmpty();
        assertThat(course.terms().extent()).isNull();
        assertThat(course.allPlaces()).isEqualTo(new Places(20, 0));
    }

    @Test
    void an_admission_that_was_not_limited() {
        ProviderHistory.Admitted admission =
                read(
                        ProviderHistory.Admitted.class,
                        """
                        {"providerId": "traeger-01", "name": "Musterträger 1",
                         "courseTypes": ["GENERAL"], "kind": "FIRST", "from": "2026-01-01",
                         "until": "2030-12-31"}
                        """);
        assertThat(admission.online()).isNull();
        assertThat(admission.area()).isNull();
    }

    private <T> T read(Class<T> type, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(
                        json.getBytes(StandardCharsets.UTF_8), byte[].class, type.getName(), null));
    }
}
