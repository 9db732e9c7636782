package de.kim.local;

import de.kim.local.Status.KafkaStatus;
import de.kim.local.Status.MailStatus;
import de.kim.local.Status.PostgresStatus;
import de.kim.local.Status.ServiceStatus;
import de.kim.local.Status.SignInStatus;
import de.kim.local.kafka.Kafka;
import de.kim.local.kafka.KafkaProbe;
import de.kim.local.mail.MailCatcher;
import de.kim.local.postgres.Databases;
import de.kim.local.postgres.Postgres;
import de.kim.local.process.Component;
import de.kim.local.process.Lifecycle;
import de.kim.local.service.Issuer;
import de.kim.local.service.ServiceProcess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks every process how it is. */
record StatusReading(
        KimHome home, Ports ports, External external, Databases databases, String bootstrap) {

    Status read(
            List<ServiceProcess> services,
            Postgres postgres,
            Kafka kafka,
            MailCatcher mail,
            Issuer issuer) {
        return new Status(
                services.parallelStream().map(this::service).toList(),
                postgres(postgres),
                kafka(kafka),
                new MailStatus(
                        address(MailCatcher.SMTP, ""),
                        address(MailCatcher.HTTP, "http://"),
                        pid(mail),
                        healthy(mail)),
                ports.of(Issuer.NAME) == 0 ? null : Issuer.url(ports),
                new SignInStatus(pid(issuer), healthy(issuer)),
                home.folder().toString(),
                ports.all());
    }

    private ServiceStatus service(ServiceProcess service) {
        return new ServiceStatus(
                service.name(), address(service.name(), "http://"), pid(service), healthy(service));
    }

    private PostgresStatus postgres(Postgres own) {
        return external.postgres().isPresent()
                ? new PostgresStatus(databases.server(), null, databases.answer())
                : new PostgresStatus(
                        address(Postgres.NAME, "jdbc:postgresql://"), pid(own), healthy(own));
    }

    private KafkaStatus kafka(Kafka own) {
        return external.kafka().isPresent()
                ? new KafkaStatus(bootstrap, null, KafkaProbe.answers(bootstrap))
                : new KafkaStatus(address(Kafka.NAME, ""), pid(own), healthy(own));
    }

    /** Empty before the first start, when no port has been chosen. */
    private String address(String listener, String scheme) {
        var port = ports.of(listener);
        return port == 0 ? "" : scheme + "127.0.0.1:" + port;
    }

    private @Nullable Long pid(Component component) {
        var pid = new Lifecycle(home, component).pid();
        return pid.isPresent() ? pid.getAsLong() : null;
    }

    private boolean healthy(Component component) {
        return new Lifecycle(home, component).healthy();
    }
}
