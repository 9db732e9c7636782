package de.kim.local.command;

import de.kim.local.Json;
import de.kim.local.Kim;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What every command has. Its answer is the exit code: 0 done, 1 refused or failed. */
abstract class KimCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kim kim;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    Kim kim() {
        return kim;
    }

    /** Where the outcome goes; progress and trouble go to standard error. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    void printJson(Object value) {
        out().println(Json.text(value));
    }

    /** The call was wrong: exit code 2. */
    ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
