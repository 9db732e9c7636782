package de.kim.local.command;

import de.kim.local.Progress;
import de.kim.local.Status;
import de.kim.local.Training;
import de.kim.local.api.Services;
import de.kim.local.story.Mailbox;
import de.kim.local.story.Sample;
import de.kim.local.story.Story;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Command;

/** Makes a build quick to start. */
@Command(
        name = "train",
        description = "Make a new build quick to start; ./kim does it by itself after a build.",
        mixinStandardHelpOptions = true)
public final class TrainCommand extends KimCommand {
    /** Enough to use most classes of a story, and few enough to take seconds. */
    private static final int ROWS = 24;

    @Override
    public Integer call() {
        try (var console = new Console()) {
            Training.found().run(console, TrainCommand::story);
        }
        return 0;
    }

    private static void story(Status status) {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        var api = Services.of(status, Progress.SILENT);
        new Story(
                        api,
                        new Mailbox(status.mail().url(), Sample.birthDates()),
                        Progress.SILENT,
                        today,
                        Sample.part(today, ROWS))
                .play();
    }
}
