package de.kim.local.service;

import de.kim.local.Ports;
import de.kim.local.Secrets;
import de.kim.local.postgres.Databases;
import java.nio.file.Path;

/**
 * What the services of this machine find around them.
 *
 * @param ports the ports of everything that runs here
 * @param databases the PostgreSQL server, this machine's own or another
 * @param bootstrap where Kafka clients begin
 * @param keys where the keys of people's data are
 * @param secrets the passwords of this machine
 * @param post where letters lie until somebody takes them
 */
public record Surroundings(
        Ports ports, Databases databases, String bootstrap, Keys keys, Secrets secrets, Path post) {
    /** Where a service of this machine answers. */
    public String url(Service service) {
        return "http://127.0.0.1:" + ports.of(service.name());
    }
}
