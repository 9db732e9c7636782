package de.kim.local.service;

import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.process.Component;
import de.kim.local.process.HttpProbe;
import de.kim.local.process.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The process of one service. */
public final class ServiceProcess implements Component {
    private static final int FIRST_JDK_WITH_AOT_OUTPUT = 25;

    /**
     * Small heaps and the quick compiler: on one machine the start counts, not the last tenth of
     * throughput.
     */
    private static final List<String> JVM =
            List.of(
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED");

    private final Service service;
    private final KimHome home;
    private final Installation installation;
    private final Surroundings around;

    public ServiceProcess(
            Service service, KimHome home, Installation installation, Surroundings around) {
        this.service = service;
        this.home = home;
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

    @Override
    public void prepare() {
        jar().unpack();
    }

    @Override
    public Launch launch() {
        var cache = jar().cache();
        return launch(cache.exists() ? List.of("-XX:AOTCache=" + cache.file()) : List.of());
    }

    @Override
    public boolean ready() {
        return HttpProbe.ok(around.url(service) + Service.READINESS);
    }

    /** Whether the next start would be quicker after a training. */
    public boolean untrained() {
        return Runtime.version().feature() >= FIRST_JDK_WITH_AOT_OUTPUT && !jar().cache().exists();
    }

    Launch launch(List<String> options) {
        return new Launch(
                command(options), ServiceEnvironment.of(service, around), List.of(jar().stamp()));
    }

    ServiceJar jar() {
        return ServiceJar.of(service, installation, home);
    }

    /** What it is. */
    public Service service() {
        return service;
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
