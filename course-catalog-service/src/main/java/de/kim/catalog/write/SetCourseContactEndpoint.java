package de.kim.catalog.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.EmailAddress;
import de.kim.kit.web.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom the partners ask about a course; what is left out is taken away. */
@RestController
class SetCourseContactEndpoint {
    private final ContactBook contacts;

    SetCourseContactEndpoint(ContactBook contacts) {
        this.contacts = contacts;
    }

    record SetCourseContactBody(
            @Nullable @PlainText(max = 200) String person,
            @Nullable @Pattern(regexp = SetProviderContactEndpoint.PHONE) String phone,
            @Nullable @EmailAddress String email) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setCourseContact(
            @PathVariable("id") UUID id,
            @Valid @RequestBody SetCourseContactBody body,
            Actor actor) {
        contacts.write(id, new CourseContact(body.person, body.phone, body.email), actor.body());
    }
}
