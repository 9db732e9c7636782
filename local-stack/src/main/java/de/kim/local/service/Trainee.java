package de.kim.local.service;

import de.kim.local.process.Component;
import de.kim.local.process.Launch;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A service that runs in a stack of its own, only to leave an AOT cache behind when it stops. */
public record Trainee(ServiceProcess service) implements Component {
    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Set<String> listeners() {
        return service.listeners();
    }

    @Override
    public Launch launch() {
        return service.launch(List.of("-XX:AOTCacheOutput=" + service.jar().cache().unfinished()));
    }

    @Override
    public boolean ready() {
        return service.ready();
    }

    /** The cache is written after the service has stopped, by the same process. */
    @Override
    public Duration grace() {
        return Duration.ofMinutes(10);
    }

    /** Takes the cache it wrote. */
    public void finish(boolean ranToItsEnd) {
        service.jar().cache().finish(ranToItsEnd);
    }
}
