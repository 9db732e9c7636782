package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.note.KeySuccession;
import de.kim.audit.note.PublicKeyLine;
import de.kim.audit.note.SignedNote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which keys of the bundle may sign: those that the auditor brought along, and each for which a key
 * that may sign vouches. Whoever brings none has to compare the first key of the bundle.
 */
final class KeyCheck {
    private final Findings findings = new Findings("keys");
    private final List<PublicKeyLine> trusted = new ArrayList<>();

    KeyCheck(List<Bundle.Key> keys, Collection<PublicKeyLine> brought) {
        for (Bundle.Key key : keys) {
            try {
                take(key, PublicKeyLine.parse(key.line()), brought);
            } catch (RuntimeException e) {
                findings.violated("a key of the bundle cannot be read");
            }
        }
        if (keys.isEmpty()) {
            findings.violated("the bundle has no key");
        } else if (brought.isEmpty() && !trusted.isEmpty()) {
            findings.notCheckable(
                    "no key was brought along: compare %s with the key you were given"
                            .formatted(trusted.getFirst()));
        }
    }

    private void take(Bundle.Key key, PublicKeyLine line, Collection<PublicKeyLine> brought) {
        boolean first = brought.isEmpty() && trusted.isEmpty() && !findings.isViolated();
        boolean vouched =
                key.succession() != null
                        && KeySuccession.voucher(SignedNote.parse(key.succession()), line, trusted)
                                .isPresent();
        if (first || brought.contains(line) || vouched) {
            trusted.add(line);
        } else if (brought.isEmpty() || !trusted.isEmpty()) {
            findings.violated("nobody vouches for key %s".formatted(line.id()));
        }
    }

    List<PublicKeyLine> trusted() {
        return List.copyOf(trusted);
    }

    Property verdict() {
        if (trusted.isEmpty() && !findings.isViolated()) {
            findings.violated("none of the bundle's keys is one that you brought along");
        }
        return findings.verdict(
                trusted.stream().map(PublicKeyLine::id).collect(Collectors.joining(", ")));
    }
}
