package de.kim.local.postgres;

import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.Ports;
import de.kim.local.Secrets;
import de.kim.local.process.Component;
import de.kim.local.process.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The PostgreSQL server of this machine, started without any launcher in between. */
public final class Postgres implements Component {
    /** Its name as a component and as a listener. */
    public static final String NAME = "postgres";

    /** What makes an acknowledged command survive a power cut stands first. */
    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("password_encryption", "scram-sha-256"),
                    Map.entry("max_connections", "200"),
                    Map.entry("timezone", "UTC"),
                    // the details of an error quote the row, which may be a person's
                    Map.entry("log_error_verbosity", "terse"),
                    Map.entry("log_timezone", "UTC"),
                    Map.entry("log_line_prefix", "%m [%p] %q%u@%d "));

    private final KimHome home;
    private final Ports ports;
    private final DataFolder data;
    private final Installation installation;
    private final List<String> names;

    /**
     * @param names the databases it has to have
     */
    public Postgres(KimHome home, Ports ports, Installation installation, List<String> names) {
        this.home = home;
        this.ports = ports;
        this.installation = installation;
        this.names = names;
        this.data = new DataFolder(home.resolve("postgres/data"));
    }

    /** Its databases, asked for as the administrator. */
    public Databases databases() {
        return Databases.own(ports.of(NAME), new Secrets(home));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> listeners() {
        return Set.of(NAME);
    }

    /** Unpacks its programs into the build output. */
    public void unpack() {
        PostgresBinaries.unpacked(installation.start());
    }

    /** Copies its programs to where the server's user can reach them. */
    public void install() {
        KimHome.directory(home.resolve("postgres"), "rwx--x--x");
        PostgresBinaries.in(home, installation.start());
    }

    @Override
    public void prepare() {
        data.create(PostgresBinaries.place(home), password());
    }

    @Override
    public Launch launch(List<String> options) {
        var binaries = PostgresBinaries.place(home);
        var command =
                new ArrayList<String>(
                        List.of(
                                binaries.program("postgres").toString(),
                                "-D",
                                data.path().toString(),
                                "-p",
                                "" + ports.of(NAME)));
        SETTINGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        setting -> {
                            command.add("-c");
                            command.add(setting.getKey() + "=" + setting.getValue());
                        });
        return Launch.of(data.account().command(command));
    }

    @Override
    public boolean ready() {
        return databases().answer();
    }

    @Override
    public void settle() {
        databases().create(names);
    }

    @Override
    public OptionalLong orphan() {
        return data.server();
    }

    /** SIGINT is PostgreSQL's fast shutdown: SIGTERM would wait for every client to leave. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    private String password() {
        return new Secrets(home).of(Databases.ADMINISTRATOR);
    }
}
