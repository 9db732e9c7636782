package de.kim.kit.house.crooked.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Public;
import de.kim.kit.access.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Desk {
    @GetMapping("/unguarded")
    void unguarded() {}

    @Allow(Role.REFERRER)
    @Public("and yet not")
    @GetMapping("/undecided")
    void undecided() {}
}
