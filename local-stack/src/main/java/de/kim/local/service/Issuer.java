package de.kim.local.service;

import de.kim.local.Installation;
import de.kim.local.Json;
import de.kim.local.KimHome;
import de.kim.local.Ports;
import de.kim.local.Secrets;
import de.kim.local.issuer.Realm;
import de.kim.local.process.AotCache;
import de.kim.local.process.Component;
import de.kim.local.process.HttpProbe;
import de.kim.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OpenID provider of this machine, the module local-issuer. */
public final class Issuer implements Component {
    /** Its name as a component. */
    public static final String NAME = "issuer";

    private static final Service MODULE = new Service("local-issuer", "");

    private final KimHome home;
    private final Ports ports;
    private final Installation installation;

    public Issuer(KimHome home, Ports ports, Installation installation) {
        this.home = home;
        this.ports = ports;
        this.installation = installation;
    }

    /** Its name in tokens, which is where it answers. */
    public static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.of(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> listeners() {
        return Set.of(NAME);
    }

    /** Unpacks its jar, unless this very build is unpacked. */
    public void unpack() {
        jar().unpack();
    }

    @Override
    public void prepare() {
        unpack();
        try {
            KimHome.privateFile(home.resolve("secrets/realm.json"), realm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<AotCache> cache() {
        return Optional.of(jar().cache());
    }

    @Override
    public Launch launch(List<String> options) {
        var command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=0.05",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dspring.aot.enabled=true",
                        "-jar",
                        jar().unpacked().toString()));
        return new Launch(
                command,
                Map.of(
                        "SERVER_PORT", "" + ports.of(NAME),
                        "KIM_ISSUER", url(ports),
                        "KIM_ISSUER_REALM", home.resolve("secrets/realm.json").toString(),
                        "KIM_ISSUER_KEY", home.resolve("secrets/issuer-key.json").toString()),
                List.of(jar().stamp(), realm()));
    }

    @Override
    public boolean ready() {
        return HttpProbe.ok(url(ports) + "/.well-known/openid-configuration");
    }

    private String realm() {
        return Json.text(Realm.of(new Secrets(home)));
    }

    private ServiceJar jar() {
        return ServiceJar.of(MODULE, installation);
    }
}
