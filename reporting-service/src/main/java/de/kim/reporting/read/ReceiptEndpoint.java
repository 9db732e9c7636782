package de.kim.reporting.read;

import de.kim.audit.bundle.Receipt;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One decision with its proof. */
@RestController
public class ReceiptEndpoint {
    private final LedgerReceipts receipts;

    public ReceiptEndpoint(LedgerReceipts receipts) {
        this.receipts = receipts;
    }

    /** The receipt of the last decision on a referral, without what the round rested on. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/ledger/receipt")
    public Receipt receipt(@RequestParam UUID referral) {
        return receipts.of(referral);
    }
}
