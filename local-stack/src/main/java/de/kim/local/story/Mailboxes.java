package de.kim.local.story;

import de.kim.local.FewAtOnce;
import de.kim.local.issuer.Account;
import de.kim.local.issuer.Accounts;
import java.util.Map;

/** The bodies say where they are told, and how: most as KIM has it, some otherwise. */
record Mailboxes(Desk desk) {
    void open() {
        var offices =
                Accounts.ALL.stream()
                        .filter(account -> !account.roles().contains("auditor"))
                        .filter(account -> account.user().equals(account.body()))
                        .toList();
        FewAtOnce.each(offices, this::open);
    }

    private void open(Account office) {
        var provider = office.roles().contains("provider");
        desk.post(
                Desk.NOTIFICATION,
                office.user(),
                "/api/mailbox",
                "mailbox-" + office.user(),
                Map.of(
                        "address",
                        office.body() + "@stellen.muster.example",
                        "language",
                        office.body().equals("agentur-fuer-arbeit") ? "EN" : "DE",
                        "news",
                        // a school plans its rooms by it
                        provider ? Map.of("PLACE_RELEASED", "AT_ONCE") : Map.of()));
    }
}
