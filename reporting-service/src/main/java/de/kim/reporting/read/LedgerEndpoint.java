package de.kim.reporting.read;

import de.kim.audit.note.SignedNote;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Public;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What proves the ledger: checkpoints, keys, proofs, and what went wrong. */
@RestController
public class LedgerEndpoint {
    private static final int MOST_ALARMS = 200;

    private final Checkpoints checkpoints;
    private final LedgerKeys keys;
    private final LedgerProofs proofs;
    private final LedgerAlarms alarms;

    public LedgerEndpoint(
            Checkpoints checkpoints, LedgerKeys keys, LedgerProofs proofs, LedgerAlarms alarms) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.proofs = proofs;
        this.alarms = alarms;
    }

    /** The public half of a key that signs from now on. */
    public record NewKey(String line) {}

    /** The last checkpoint, a signed note of C2SP. */
    @Public("a size and a hash, signed; whoever witnesses the ledger has to get it")
    @GetMapping(path = "/api/ledger/checkpoint", produces = "text/plain;charset=UTF-8")
    public String checkpoint() {
        return checkpoints
                .latest()
                .map(SignedNote::toString)
                .orElseThrow(() -> new Refused(ReportingRefusal.LEDGER_EMPTY));
    }

    /** The keys that checkpoints were and are signed with, the first first. */
    @Public("public keys; whoever checks a checkpoint needs them")
    @GetMapping("/api/ledger/keys")
    public List<LedgerKeys.LedgerKey> keys() {
        return keys.all();
    }

    /** Lets a new key sign; the old one vouches for it. */
    @Allow(Role.COORDINATOR)
    @PostMapping("/api/ledger/keys/rotate")
    public NewKey rotate(Actor actor) {
        return new NewKey(checkpoints.rotate().toString());
    }

    /** That an event, by its id or its index, stands in the ledger. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/ledger/inclusion")
    public LedgerProofs.Inclusion inclusion(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable Long index,
            @RequestParam(required = false) @Nullable Long size) {
        return proofs.inclusion(event, index, size);
    }

    /** That the ledger of one size goes on from that of another. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/ledger/consistency")
    public LedgerProofs.Consistency consistency(@RequestParam long from, @RequestParam long to) {
        return proofs.consistency(from, to);
    }

    /** What must never happen, and did; the newest first. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/ledger/alarms")
    public List<LedgerAlarms.Alarm> alarms() {
        return alarms.newest(MOST_ALARMS);
    }
}
