package de.kim.local.command;

import de.kim.local.Json;
import de.kim.local.Trouble;
import de.kim.local.issuer.AccessToken;
import de.kim.local.issuer.Account;
import de.kim.local.issuer.Accounts;
import de.kim.local.issuer.Tokens;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints an access token of a sample user. */
@Command(
        name = "token",
        description = "Print an access token of a sample user; without a name, list the users.",
        mixinStandardHelpOptions = true,
        footer = {
            "  curl -H \"Authorization: Bearer $(./kim token koordination)\" ...",
            "Passwords for the login page lie in .kim/secrets, in files called user-NAME."
        })
public final class TokenCommand extends KimCommand {
    @Parameters(arity = "0..1", paramLabel = "USER", description = "Such as jobcenter-stadt.")
    private @Nullable String user;

    @Option(names = "--json", description = "As JSON, with what the token says.")
    private boolean json;

    @Override
    public Integer call() {
        if (user == null) {
            out().println(json ? Json.text(Accounts.ALL) : list());
        } else {
            var token = token(Accounts.of(user));
            out().println(json ? Json.text(described(token)) : token.text());
        }
        return 0;
    }

    private AccessToken token(Account account) {
        var status = kim().stack().status();
        try {
            return new Tokens(status).of(account.user());
        } catch (IOException e) {
            throw new Trouble("The issuer does not answer.", "Start it with ./kim up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", "Ask again.", e);
        }
    }

    private static Map<String, Object> described(AccessToken token) {
        return Map.of(
                "user", token.account().user(),
                "body", token.account().body(),
                "roles", token.account().roles(),
                "token", token.text(),
                "expiresIn", token.validFor().toSeconds());
    }

    private static String list() {
        var text = new StringBuilder("%-20s %-12s %s%n".formatted("USER", "ROLE", "WHO"));
        Accounts.ALL.forEach(
                account ->
                        text.append(
                                "%-20s %-12s %s%n"
                                        .formatted(
                                                account.user(),
                                                String.join(",", account.roles()),
                                                account.title())));
        return text.toString().stripTrailing();
    }
}
