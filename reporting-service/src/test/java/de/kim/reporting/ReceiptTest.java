package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.audit.bundle.AuditResult;
import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.bundle.ReceiptVerifier;
import de.kim.audit.bundle.Verdict;
import de.kim.audit.note.PublicKeyLine;
import de.kim.events.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt as the service writes it, read by the verifier that has nothing else. */
class ReceiptTest extends Reporting {
    @TempDir private Path folder;

    @Test
    void a_decision_is_proven_offline() throws Exception {
        SOURCES.say(Topic.REFERRALS, requested());
        sayDecision();
        String path = "/api/ledger/receipt?referral=" + referral;
        await().until(() -> door.get(path).status() == 200);
        Path file = Files.writeString(folder.resolve("receipt.json"), door.get(path).text());

        AuditResult result = ReceiptVerifier.verify(file, keys());

        assertThat(result.ok()).as(result.toString()).isTrue();
        assertThat(
                        result.properties().stream()
                                .filter(it -> it.verdict() == Verdict.OK)
                                .map(Property::name))
                .containsExactly("container", "keys", "checkpoint", "inclusion", "decision");
    }

    @Test
    void what_was_not_decided_has_no_receipt() {
        SOURCES.say(Topic.REFERRALS, requested());
        awaitTypes(referral, 1);
        await().until(() -> door.get("/api/ledger/checkpoint").status() == 200);
        assertProblem("/api/ledger/receipt?referral=" + referral, 404, "DECISION_UNKNOWN");
        assertProblem("/api/ledger/receipt?referral=" + UUID.randomUUID(), 404, "DECISION_UNKNOWN");
        for (String bad : List.of("", "?referral=", "?referral=x", "?referral=%00")) {
            assertThat(door.get("/api/ledger/receipt" + bad).status()).isBetween(400, 499);
        }
    }

    private List<PublicKeyLine> keys() {
        return json("/api/ledger/keys")
                .valueStream()
                .map(key -> PublicKeyLine.parse(key.get("line").stringValue()))
                .toList();
    }
}
