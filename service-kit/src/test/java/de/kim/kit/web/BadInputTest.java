package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BadInputTest extends FrontDoorTest {
    private static final String FULL =
            VISIT.replace(
                    "\"slots\"",
                    "\"courseId\":\"6f1f3fd4-6a0f-4e0c-9a5c-3d1a1c1c1c1c\",\"email\":\"a@example.org\",\"slots\"");

    @Test
    void everything_wrong_is_refused_with_a_code_and_stores_nothing() {
        BadInput.against(door(), "/api/visits", FULL)
                .names("surname")
                .optional("courseId", "email")
                .stored(this::stored)
                .check();
        assertThat(surnames()).contains("محمد علي", "Zoë 🌻");
    }

    @Test
    void a_name_typed_in_parts_is_stored_composed() {
        assertThat(door().post("/api/visits", VISIT.replace("Muster", "Zoe\u0308")).status())
                .isEqualTo(201);
        assertThat(surnames()).contains("Zoë");
    }

    @Test
    void the_table_notices_an_endpoint_that_takes_anything() {
        assertThatThrownBy(
                        () ->
                                BadInput.against(door(), "/api/anything", "{\"text\":\"x\"}")
                                        .stored(this::stored)
                                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unknown field in the body -> 200")
                .hasMessageContaining("something was stored");
    }
}
