package de.kim.local;

import de.kim.local.command.AuditCommand;
import de.kim.local.command.BackupCommand;
import de.kim.local.command.BenchCommand;
import de.kim.local.command.Console;
import de.kim.local.command.DemoCommand;
import de.kim.local.command.DownCommand;
import de.kim.local.command.ImportCommand;
import de.kim.local.command.LogsCommand;
import de.kim.local.command.PathCommand;
import de.kim.local.command.ReportCommand;
import de.kim.local.command.RestoreCommand;
import de.kim.local.command.SimulateCommand;
import de.kim.local.command.StatusCommand;
import de.kim.local.command.TokenCommand;
import de.kim.local.command.TrainCommand;
import de.kim.local.command.UpCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 done, 1 refused or failed, 2 wrong call. */
@Command(
        name = "./kim",
        description = "Runs KIM on this machine.",
        mixinStandardHelpOptions = true,
        version = "KIM 1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            LogsCommand.class,
            PathCommand.class,
            ImportCommand.class,
            ReportCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            TrainCommand.class
        },
        footer = {
            "  test    Build and test everything; arguments go to Maven.",
            "",
            "Each command explains itself with --help. Exit codes: 0 done, 1 refused or failed, 2 wrong call.",
            "Data and logs lie in .kim (or where KIM_HOME says) and survive down and up."
        })
public final class Kim implements Runnable {
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    /** Ends the process with the exit code of the command. */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, List.of(args)));
    }

    /** Runs one command line and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, List<String> args) {
        return new CommandLine(new Kim())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Kim::wrongCall)
                .setExecutionExceptionHandler(Kim::failed)
                .execute(args.toArray(String[]::new));
    }

    /** Where this repository lies. */
    public Installation installation() {
        return Installation.found();
    }

    /** The folder that holds everything: {@code KIM_HOME}, else {@code .kim} in the repository. */
    public Path home() {
        return Optional.ofNullable(System.getenv("KIM_HOME"))
                .filter(h -> !h.isBlank())
                .map(Path::of)
                .orElseGet(() -> installation().root().resolve(".kim"));
    }

    /** The stack in that folder. */
    public Stack stack() {
        return Stack.at(home());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: a COMMAND is missing.");
    }

    private static int wrongCall(CommandLine.ParameterException e, String[] args) {
        var err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return WRONG_CALL;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        Console.sorry(command.getErr(), e);
        return FAILED;
    }
}
