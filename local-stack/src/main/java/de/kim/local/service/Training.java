package de.kim.local.service;

import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.process.Component;
import de.kim.local.process.Launch;
import java.util.List;
import java.util.Set;

/**
 * The process that makes the AOT caches in the background, after the first start of a new build.
 */
public final class Training implements Component {
    /** Its name as a component. */
    public static final String NAME = "training";

    private final KimHome home;
    private final Installation installation;

    public Training(KimHome home, Installation installation) {
        this.home = home;
        this.installation = installation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> listeners() {
        return Set.of();
    }

    @Override
    public Launch launch() {
        return Launch.of(
                List.of(
                        "nice",
                        "-n",
                        "19",
                        Installation.java(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        installation.classPath(),
                        "de.kim.local.TrainingRun",
                        home.folder().toString()));
    }

    @Override
    public boolean ready() {
        return true;
    }
}
