package de.kim.system.bench.service;

import de.kim.events.Envelope;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Listens where nobody speaks: a service on the kit has two doors. */
@Component
@ConditionalOnProperty(BenchService.SPEAKS)
public class Inbox implements InDoor {
    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RULEBOOK);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return Heard.IGNORED;
    }
}
