package de.kim.local.mail;

import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.Ports;
import de.kim.local.Secrets;
import de.kim.local.process.AotCache;
import de.kim.local.process.Component;
import de.kim.local.process.HttpProbe;
import de.kim.local.process.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mail server of this machine, and its SMS gateway. */
public final class MailCatcher implements Component {
    /** Its name as a component. */
    public static final String NAME = "mail";

    /** Its SMTP listener. */
    public static final String SMTP = "mail-smtp";

    /** Its listener for people. */
    public static final String HTTP = "mail-http";

    /** Who hears what became of an SMS. */
    private static final String NOTIFICATION = "notification-service";

    /** The secret that the gateway and notification-service share. */
    public static final String SMS_SECRET = "sms-gateway";

    private final KimHome home;
    private final Ports ports;
    private final Installation installation;

    public MailCatcher(KimHome home, Ports ports, Installation installation) {
        this.home = home;
        this.ports = ports;
        this.installation = installation;
    }

    /** Where mails are read. */
    public String url() {
        return "http://127.0.0.1:" + ports.of(HTTP);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> listeners() {
        return Set.of(SMTP, HTTP);
    }

    @Override
    public void prepare() {
        KimHome.directory(home.resolve("mail"), "rwx------");
    }

    @Override
    public Optional<AotCache> cache() {
        return Optional.of(installation.classPath().cache(installation.start(), NAME));
    }

    @Override
    public Launch launch(List<String> options) {
        var notification = ports.of(NOTIFICATION);
        var command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=0.05",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        installation.classPath().text(),
                        "de.kim.local.mail.MailServer",
                        home.resolve("mail").toString(),
                        "" + ports.of(SMTP),
                        "" + ports.of(HTTP)));
        return new Launch(
                command,
                Map.of(
                        MailServer.SMS_SECRET,
                        new Secrets(home).of(SMS_SECRET),
                        MailServer.SMS_REPORTS,
                        notification == 0
                                ? ""
                                : "http://127.0.0.1:" + notification + "/sms/reports"),
                List.of());
    }

    @Override
    public boolean ready() {
        return HttpProbe.ok(url() + "/mails?to=none");
    }
}
