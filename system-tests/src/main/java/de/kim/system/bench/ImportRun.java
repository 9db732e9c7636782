package de.kim.system.bench;

import de.kim.local.Progress;
import de.kim.local.Stack;
import de.kim.local.Trouble;
import de.kim.local.api.Api;
import de.kim.local.issuer.Tokens;
import de.kim.local.load.ImportFile;
import de.kim.local.load.Loader;
import de.kim.local.story.Sample;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What {@code ./kim import FILE} does, where referral-service is the only service that runs. */
final class ImportRun {
    private static final String SERVICE = "referral-service";

    private ImportRun() {}

    /** Arguments: the home of the stack, the file. */
    public static void main(String[] args) {
        var file = ImportFile.read(Path.of(args[1]), LocalDate.now(ZoneId.of("Europe/Berlin")));
        loader(Path.of(args[0])).load(file);
    }

    /** Into the stack that runs in this folder. */
    static Loader loader(Path home) {
        var status = Stack.at(home).status();
        var url =
                status.service(SERVICE)
                        .orElseThrow(() -> new Trouble(SERVICE + " does not run.", "Start it."))
                        .url();
        var api = new Api(Map.of(SERVICE, url), new Tokens(status), Progress.SILENT);
        return new Loader(api, Progress.SILENT, Sample.bodies());
    }
}
