package de.kim.local.api;

import de.kim.local.Progress;
import de.kim.local.Status;
import de.kim.local.Status.ServiceStatus;
import de.kim.local.Trouble;
import de.kim.local.issuer.Tokens;
import java.util.stream.Collectors;

/** The way from a running stack to its APIs. */
public final class Services {
    private Services() {}

    /**
     * The APIs of the services that run.
     *
     * @throws Trouble when one of them does not
     */
    public static Api of(Status status, Progress progress) {
        status.services().stream()
                .filter(service -> !service.healthy())
                .findFirst()
                .ifPresent(
                        service -> {
                            throw new Trouble(
                                    service.name() + " is not running.",
                                    "Start everything with ./kim up.");
                        });
        return new Api(
                status.services().stream()
                        .collect(Collectors.toMap(ServiceStatus::name, ServiceStatus::url)),
                new Tokens(status),
                progress);
    }
}
