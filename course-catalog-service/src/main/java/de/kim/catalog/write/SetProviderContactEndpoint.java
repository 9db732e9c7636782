package de.kim.catalog.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.EmailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How anybody reaches the provider; what is left out is taken away. */
@RestController
class SetProviderContactEndpoint {
    static final String PHONE = "\\+?[0-9][0-9 ()/-]{2,38}";

    /** Printed in feeds as it stands: no spaces, quotes or angle brackets. */
    private static final String WEBSITE = "https?://[^\\s\"'<>]{3,190}";

    private final ContactBook contacts;

    SetProviderContactEndpoint(ContactBook contacts) {
        this.contacts = contacts;
    }

    record SetProviderContactBody(
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @EmailAddress String email,
            @Nullable @Size(max = 200) @Pattern(regexp = WEBSITE) String website) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/providers/{id}/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setProviderContact(
            @PathVariable("id") String id,
            @Valid @RequestBody SetProviderContactBody body,
            Actor actor) {
        contacts.write(id, new ProviderContact(body.phone, body.email, body.website), actor.body());
    }
}
