package de.kim.local.service;

import de.kim.local.Installation;
import de.kim.local.process.AotCache;
import de.kim.local.process.Component;
import de.kim.local.process.HttpProbe;
import de.kim.local.process.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The process of one service. */
public final class ServiceProcess implements Component {
    /**
     * Small heaps and the quick compiler, which compiles a method after a few calls and not after
     * two hundred: on one machine the start and the first hundred people count, not the last tenth
     * of throughput.
     */
    private static final List<String> JVM =
            List.of(
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:CompileThresholdScaling=0.05",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dspring.aot.enabled=true",
                    "--enable-native-access=ALL-UNNAMED");

    private final Service service;
    private final Installation installation;
    private final Surroundings around;

    public ServiceProcess(Service service, Installation installation, Surroundings around) {
        this.service = service;
        this.installation = installation;
        this.around = around;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Set<String> listeners() {
        return Set.of(service.name());
    }

    /** Unpacks its jar, unless this very build is unpacked. */
    public void unpack() {
        jar().unpack();
    }

    @Override
    public void prepare() {
        unpack();
    }

    @Override
    public Optional<AotCache> cache() {
        return Optional.of(jar().cache());
    }

    @Override
    public Launch launch(List<String> options) {
        return new Launch(
                command(options), ServiceEnvironment.of(service, around), List.of(jar().stamp()));
    }

    @Override
    public boolean ready() {
        return HttpProbe.ok(around.url(service) + Service.READINESS);
    }

    private ServiceJar jar() {
        return ServiceJar.of(service, installation);
    }

    private List<String> command(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Installation.java());
        command.addAll(options);
        command.addAll(JVM);
        command.addAll(List.of("-jar", jar().unpacked().toString()));
        return command;
    }
}
