package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.store.sample.CourseHistory;
import org.junit.jupiter.api.Test;

class StoredEventTypesTest {
    sealed interface All permits One, Two {}

    sealed interface One extends All {
        record Done() implements One {}
    }

    sealed interface Two extends All {
        record Done() implements Two {}
    }

    static final class Elsewhere {
        sealed interface One {
            record Done() implements One {}
        }
    }

    @Test
    void a_name_is_that_of_the_record_behind_that_of_its_history() {
        StoredEventTypes types = StoredEventTypes.ofSealed(CourseHistory.class, All.class);
        assertThat(types.nameOf(CourseHistory.Opened.class)).isEqualTo("CourseHistory.Opened");
        assertThat(types.classOf("CourseHistory.Opened")).isEqualTo(CourseHistory.Opened.class);
        assertThat(types.classOf("One.Done")).isEqualTo(One.Done.class);
        assertThat(types.classOf("Two.Done")).isEqualTo(Two.Done.class);
    }

    @Test
    void unknown_classes_and_names_are_errors() {
        StoredEventTypes types = StoredEventTypes.ofSealed(One.class);
        assertThatThrownBy(() -> types.nameOf(CourseHistory.Opened.class))
                .isInstanceOf(UnknownStoredEventException.class);
        assertThatThrownBy(() -> types.classOf("CourseHistory.Opened"))
                .isInstanceOf(UnknownStoredEventException.class);
    }

    @Test
    void a_name_for_two_classes_is_an_error() {
        assertThatThrownBy(() -> StoredEventTypes.ofSealed(All.class, Elsewhere.One.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("One.Done");
    }

    @Test
    void a_family_that_is_not_sealed_is_an_error() {
        assertThatThrownBy(() -> StoredEventTypes.ofSealed(Runnable.class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
