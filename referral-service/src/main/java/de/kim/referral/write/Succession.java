package de.kim.referral.write;

import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Whoever was referred twice waits once, by the first referral. When that ends without a course,
 * the next one takes its place: the person must not be lost because one of two bodies has
 * withdrawn.
 */
@Component
public class Succession {
    private final PeopleLinked people;
    private final CommandGateway commands;

    Succession(PeopleLinked people, CommandGateway commands) {
        this.people = people;
        this.commands = commands;
    }

    /** In the unit of work in which the referral ends. */
    public void after(UUID ended) {
        List<PeopleLinked.Linked> waiting = people.linkedTo(ended);
        if (!waiting.isEmpty()) {
            PeopleLinked.Linked next = waiting.getFirst();
            commands.sendAndWait(new StandFor(next.referralId(), ended, next.person()));
            waiting.stream()
                    .skip(1)
                    .map(it -> new LinkReferral(next.referralId(), it.referralId(), it.person()))
                    .forEach(commands::sendAndWait);
        }
    }
}
