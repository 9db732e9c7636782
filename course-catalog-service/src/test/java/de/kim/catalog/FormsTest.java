package de.kim.catalog;

import de.kim.kit.web.ApprovedOpenApi;
import de.kim.kit.web.BadInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that can be wrong with a form, for every form; and what the forms are. */
class FormsTest extends RunningCatalog {
    private static final String START =
            """
            {"startedOn": "2026-11-02", "started": ["00000000-0000-4000-8000-000000000001"],
             "missing": ["00000000-0000-4000-8000-000000000002"]}
            """;

    private static final Map<String, Object> TERMS =
            Map.of(
                    "interruptions",
                    List.of(Map.of("from", "2027-02-08", "until", "2027-02-12")),
                    "extent",
                    "FULL_TIME",
                    "childcare",
                    true,
                    "womenOnly",
                    false,
                    "online",
                    false);

    @Test
    void the_description_of_the_api_is_the_approved_one() {
        ApprovedOpenApi.check(port());
    }

    @Test
    void a_provider_and_the_end_of_its_admission() {
        post("/api/providers", SampleBodies.provider("traeger-07"));
        form("/api/providers", SampleBodies.provider("traeger-06"))
                .names("name")
                .optional("online", "area")
                .check();
        String contact =
                """
                {"phone": "+49 541 000-0", "email": "kurse@muster.example",
                 "website": "https://muster.example/kurse"}
                """;
        form("/api/providers/traeger-07/contact", contact)
                .optional("phone", "email", "website")
                .check();
        String end = "{\"endedOn\": \"2026-11-02\", \"reason\": \"RETURNED\"}";
        form("/api/providers/traeger-07/admission-end", end).check();
    }

    @Test
    void a_course_and_the_forms_about_it() {
        post("/api/providers", SampleBodies.provider("traeger-01"));
        String course = SampleBodies.course(Map.of());
        form("/api/courses", course)
                .optional("interruptions", "extent", "helpLanguages", "blocked")
                .check();
        String path = post("/api/courses", course).header("Location");
        String places = "{\"places\": 15, \"blocked\": 2}";
        form(path + "/places", places).optional("blocked").check();
        form(path + "/places-confirmation", places).optional("blocked").check();
        form(path + "/help-languages", "{\"helpLanguages\": [\"uk\", \"ar\"]}").check();
        form(path + "/reschedule", SampleBodies.plan("2027-02-01", "2027-03-01", TERMS))
                .optional("interruptions", "extent", "childcare", "womenOnly", "online")
                .check();
        String contact =
                """
                {"person": "Maria Muster", "phone": "0541 000-0", "email": "m@muster.example"}
                """;
        form(path + "/contact", contact)
                .names("person")
                .optional("person", "phone", "email")
                .check();
        form(path + "/start", START).check();
        form(path + "/cancellation", "{\"reason\": \"NO_ROOM\"}").check();
        form(path + "/completion", "{\"completedOn\": \"2026-11-02\"}").check();
    }

    private BadInput form(String path, String valid) {
        return BadInput.against(as(by(path)), path, valid.strip()).stored(this::stored);
    }
}
