package de.kim.local.issuer;

import de.kim.local.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One account for each body of the sample, and those who look after all of them: the coordination
 * has two people, because some decisions need a second one.
 */
public final class Accounts {
    /** Runs the network. */
    public static final String COORDINATOR = "koordination";

    /** Checks it. */
    public static final String AUDITOR = "revision";

    private static final String BODIES = "/sample/osnabrueck/bodies.csv";

    /** All of them. */
    public static final List<Account> ALL =
            Stream.concat(
                            bodies(),
                            Stream.of(
                                    account(COORDINATOR, "Koordination (Beispiel)", "coordinator"),
                                    new Account(
                                            "koordination-2",
                                            "Koordination, zweite Person (Beispiel)",
                                            COORDINATOR,
                                            List.of("coordinator")),
                                    account(AUDITOR, "Revision (Beispiel)", "auditor")))
                    .toList();

    private Accounts() {}

    /**
     * The account of this user.
     *
     * @throws Trouble when there is none
     */
    public static Account of(String user) {
        return ALL.stream()
                .filter(account -> account.user().equals(user))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Trouble(
                                        "There is no sample account called " + user + ".",
                                        "./kim token lists them."));
    }

    private static Stream<Account> bodies() {
        try (InputStream in = Accounts.class.getResourceAsStream(BODIES)) {
            if (in == null) {
                throw new IllegalStateException("the sample lacks its bodies");
            }
            var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
            return format
                    .parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords()
                    .stream()
                    .map(Accounts::account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Account account(CSVRecord body) {
        var provider = body.get("kind").equals("PROVIDER");
        return account(body.get("code"), body.get("name"), provider ? "provider" : "referrer");
    }

    private static Account account(String body, String title, String role) {
        return new Account(body, title, body, List.of(role));
    }
}
