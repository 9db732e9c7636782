package de.kim.local.command;

import de.kim.local.Json;
import de.kim.local.Status;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A status as a person or a program reads it. */
record StatusText(Status status) {

    void print(PrintWriter out, boolean json) {
        out.println(json ? Json.text(status) : text());
    }

    private String text() {
        var text = new StringBuilder();
        status.services().forEach(s -> line(text, s.name(), s.healthy(), s.pid(), s.url()));
        line(
                text,
                "postgres",
                status.postgres().healthy(),
                status.postgres().pid(),
                status.postgres().url());
        line(
                text,
                "kafka",
                status.kafka().healthy(),
                status.kafka().pid(),
                status.kafka().bootstrap());
        var mail = status.mail();
        line(
                text,
                "mail",
                mail.healthy(),
                mail.pid(),
                mail.url() + (mail.healthy() ? "  smtp " + mail.smtp() : ""));
        line(
                text,
                "issuer",
                status.signIn().healthy(),
                status.signIn().pid(),
                Objects.requireNonNullElse(status.issuer(), ""));
        return text.append("data and logs in ").append(status.home()).toString();
    }

    private static void line(
            StringBuilder text, String name, boolean healthy, @Nullable Long pid, String address) {
        var state = healthy ? "ready" : pid == null ? "not running" : "not ready";
        text.append(
                "%-23s %-12s %8s  %s%n".formatted(name, state, pid == null ? "" : pid, address));
    }
}
