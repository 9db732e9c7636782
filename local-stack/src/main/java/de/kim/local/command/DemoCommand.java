package de.kim.local.command;

import de.kim.local.Json;
import de.kim.local.api.Api;
import de.kim.local.api.Services;
import de.kim.local.story.Mailbox;
import de.kim.local.story.Sample;
import de.kim.local.story.Story;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and plays the story of a referral. */
@Command(
        name = "demo",
        description = "Start everything, load the sample, play the story, and leave it running.",
        mixinStandardHelpOptions = true,
        footer =
                "When a service dies on the way, ./kim up brings it back and the story goes on: nothing twice, nothing lost.")
public final class DemoCommand extends KimCommand {
    @Option(names = "--json", description = "Print what happened as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var begun = System.nanoTime();
        try (var console = new Console()) {
            var stack = kim().stack();
            var status = stack.up(console);
            var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
            var api = Services.of(status, console);
            var mailbox = new Mailbox(status.mail().url(), Sample.birthDates());
            var ending = new Story(api, mailbox, console, today, Sample.files(today)).play();
            var reports = reports(api, today);
            var seconds = (System.nanoTime() - begun) / 1e9;
            out().println(
                            json
                                    ? Json.text(ending)
                                    : new EndingText(ending, status, reports).text(seconds));
        }
        return 0;
    }

    /** The running quarter as page and PDF, beside the data. */
    private List<Path> reports(Api api, LocalDate today) {
        var quarter = "%dQ%d".formatted(today.getYear(), (today.getMonthValue() + 2) / 3);
        return Stream.of("html", "pdf")
                .map(
                        form -> {
                            var file =
                                    kim().home().resolve("report-%s.%s".formatted(quarter, form));
                            ReportCommand.download(
                                    api, ReportCommand.path(quarter, form, "de"), file);
                            return file;
                        })
                .toList();
    }
}
