package de.kim.local;

import de.kim.local.backup.Backup;
import de.kim.local.backup.Manifest;
import de.kim.local.backup.Restore;
import de.kim.local.kafka.Kafka;
import de.kim.local.kafka.Topics;
import de.kim.local.mail.MailCatcher;
import de.kim.local.postgres.Databases;
import de.kim.local.postgres.Postgres;
import de.kim.local.process.Component;
import de.kim.local.process.Lifecycle;
import de.kim.local.service.Keys;
import de.kim.local.service.Service;
import de.kim.local.service.ServiceProcess;
import de.kim.local.service.Services;
import de.kim.local.service.Surroundings;
import de.kim.local.service.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All processes of one machine: PostgreSQL, Kafka, mail and the services. They outlive the program
 * that starts them, and every instance of this class with the same home finds them again.
 */
public final class Stack {
    private final KimHome home;
    private final List<Service> services;
    private final External external;
    private final Ports ports;
    private final Postgres postgres;
    private final Kafka kafka;
    private final MailCatcher mail;
    private final Installation installation;

    Stack(
            KimHome home,
            Installation installation,
            List<Service> services,
            Map<String, String> environment) {
        this.home = home;
        this.installation = installation;
        this.services = List.copyOf(services);
        this.external = External.of(environment);
        this.ports = new Ports(home);
        this.postgres = new Postgres(home, ports, databaseNames());
        this.kafka = new Kafka(home, ports, installation);
        this.mail = new MailCatcher(home, ports, installation);
    }

    /**
     * The stack whose data lies in a folder, which need not exist yet. {@code
     * KIM_EXTERNAL_POSTGRES} and {@code KIM_EXTERNAL_KAFKA} of the environment are heeded.
     */
    public static Stack at(Path home) {
        return new Stack(new KimHome(home), Installation.found(), Services.ALL, System.getenv());
    }

    /**
     * The names that {@link #up(Progress, Set)}, {@link #kill} and {@link #log} know, in the order
     * of starting.
     */
    public List<String> names() {
        return Stream.concat(
                        Stream.of(Postgres.NAME, Kafka.NAME, MailCatcher.NAME),
                        services.stream().map(Service::name))
                .toList();
    }

    /** Starts what does not run and restarts what is out of date; harmless when all is well. */
    public Status up(Progress progress) {
        return up(progress, Set.copyOf(names()));
    }

    /**
     * As {@link #up(Progress)}, for some components only.
     *
     * @throws Trouble when one does not come up; the others are left running
     */
    public Status up(Progress progress, Set<String> only) {
        home.create();
        interrupted().refuse();
        try (var lock = HomeLock.take(home, progress)) {
            choosePorts(only);
            var tasks = new ArrayList<Runnable>();
            infrastructure()
                    .filter(c -> only.contains(c.name()))
                    .forEach(c -> tasks.add(() -> up(c, progress)));
            external.kafka().ifPresent(bootstrap -> tasks.add(() -> Topics.create(bootstrap)));
            external.postgres()
                    .ifPresent(url -> tasks.add(() -> databases().create(databaseNames())));
            Together.run(tasks);
            Together.run(
                    serviceProcesses()
                            .filter(c -> only.contains(c.name()))
                            .map(c -> (Runnable) () -> up(c, progress))
                            .toList());
        }
        return status();
    }

    /** Stops everything: the services first, then what they stand on. */
    public void down(Progress progress) {
        if (!Files.isDirectory(home.folder())) {
            return;
        }
        try (var lock = HomeLock.take(home, progress)) {
            down(training(), progress);
            ground().clear();
            Together.run(serviceProcesses().map(c -> (Runnable) () -> down(c, progress)).toList());
            Together.run(own().map(c -> (Runnable) () -> down(c, progress)).toList());
        }
    }

    /**
     * Makes the AOT caches of services that have none, in the background and a while later, so that
     * the next start is quicker. Without effect on what runs.
     */
    public void trainLater() {
        if (serviceProcesses().anyMatch(ServiceProcess::untrained)) {
            up(training(), Progress.SILENT);
        }
    }

    /**
     * Makes the AOT caches that are missing now, one after the other, in a stack apart from this
     * one.
     */
    public void train(Progress progress) {
        var untrained =
                serviceProcesses()
                        .filter(ServiceProcess::untrained)
                        .map(ServiceProcess::service)
                        .toList();
        if (!untrained.isEmpty()) {
            ground().train(untrained, home, progress);
        }
    }

    /**
     * Copies all databases, at one instant, into a file, while everything works on. The keys of
     * people's data are never in it.
     *
     * @throws Trouble when it cannot be made; then there is no file
     */
    public Manifest backup(Path file, Progress progress) {
        if (!databases().answer()) {
            throw new Trouble("PostgreSQL does not run.", "Start it with ./kim up.");
        }
        return new Backup(databases(), databaseNames()).make(file, progress);
    }

    /**
     * Puts a backup into the place of all databases and starts everything. The topics begin anew:
     * the services say again what is in their stores. First comes the service that erases again who
     * was erased since the backup.
     *
     * @throws Trouble when the file cannot be restored here; then nothing has been changed
     */
    public Manifest restore(Path file, Progress progress) {
        home.create();
        Manifest manifest;
        try (var lock = HomeLock.take(home, progress)) {
            choosePorts(Set.copyOf(names()));
            var restore =
                    new Restore(
                            databases(), services, installation, new Keys(home).folder());
            manifest = restore.check(file, progress);
            down(training(), progress);
            Together.run(serviceProcesses().map(c -> (Runnable) () -> down(c, progress)).toList());
            if (external.postgres().isEmpty()) {
                up(postgres, progress);
            }
            restore.fill(file, manifest, progress);
            interrupted().begin();
            restore.changePlaces(manifest);
            forgetTopics(progress);
            interrupted().end();
        }
        up(progress, vaultFirst());
        up(progress);
        return manifest;
    }

    private void forgetTopics(Progress progress) {
        if (external.kafka().isPresent()) {
            Topics.delete(bootstrap(), services.stream().map(Service::name).toList());
        } else {
            down(kafka, progress);
            kafka.forget();
        }
    }

    private Set<String> vaultFirst() {
        var first = new HashSet<>(names());
        services.stream()
                .filter(service -> !service.equals(Services.REFERRAL))
                .forEach(service -> first.remove(service.name()));
        return first;
    }

    private InterruptedRestore interrupted() {
        return new InterruptedRestore(home.resolve("restoring"));
    }

    /** Kills one process without warning, as a fault would. */
    public void kill(String name) {
        components().filter(c -> c.name().equals(name)).forEach(c -> new Lifecycle(home, c).kill());
    }

    /** What runs now. */
    public Status status() {
        return new StatusReading(home, ports, external, databases(), bootstrap())
                .read(serviceProcesses().toList(), postgres, kafka, mail);
    }

    /** The log of one component. */
    public Path log(String name) {
        return home.log(name);
    }

    /** The databases of the services, with their roles and passwords. */
    public Databases databases() {
        return external.postgres()
                .map(url -> Databases.external(url, new Secrets(home)))
                .orElseGet(postgres::databases);
    }

    /** Where Kafka clients begin. */
    public String bootstrap() {
        return external.kafka().orElseGet(kafka::bootstrap);
    }

    private void choosePorts(Set<String> only) {
        components()
                .filter(c -> only.contains(c.name()))
                .forEach(
                        c -> ports.choose(c.listeners(), new Lifecycle(home, c).pid().isPresent()));
    }

    /**
     * A service in the surroundings of this stack, with the unpacked jar of another home; it has a
     * port.
     */
    ServiceProcess process(Service service, KimHome jars) {
        ports.choose(Set.of(service.name()), false);
        return new ServiceProcess(service, jars, installation, surroundings());
    }

    private TrainingGround ground() {
        return new TrainingGround(home, installation, services);
    }

    private Training training() {
        return new Training(home, installation);
    }

    private Stream<Component> components() {
        return Stream.concat(own(), serviceProcesses());
    }

    private Stream<Component> own() {
        return Stream.of(postgres, kafka, mail);
    }

    private Stream<Component> infrastructure() {
        return own().filter(c -> !(c == postgres && external.postgres().isPresent()))
                .filter(c -> !(c == kafka && external.kafka().isPresent()));
    }

    private Stream<ServiceProcess> serviceProcesses() {
        var around = surroundings();
        return services.stream().map(s -> new ServiceProcess(s, home, installation, around));
    }

    private Surroundings surroundings() {
        return new Surroundings(ports, databases(), bootstrap(), new Keys(home));
    }

    private List<String> databaseNames() {
        return services.stream().map(Service::database).toList();
    }

    private void up(Component component, Progress progress) {
        new Lifecycle(home, component).up(progress);
    }

    private void down(Component component, Progress progress) {
        new Lifecycle(home, component).down(progress);
    }
}
