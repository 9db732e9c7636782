package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.note.Checkpoint;
import de.kim.audit.note.PublicKeyLine;
import de.kim.audit.note.SignedNote;
import de.kim.rules.tree.GrowingTree;
import de.kim.rules.tree.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** That the checkpoints are signed, and that the leaves are the tree that they commit to. */
final class CheckpointCheck {
    private final Findings signatures = new Findings("checkpoints");
    private final Findings tree = new Findings("tree");
    private final Map<Long, List<Hash>> roots = new HashMap<>();
    private final GrowingTree growing = new GrowingTree();
    private int signed;

    void take(List<String> notes, List<PublicKeyLine> keys) {
        for (String text : notes) {
            try {
                take(SignedNote.parse(text), keys);
            } catch (RuntimeException e) {
                signatures.violated("a checkpoint cannot be read");
            }
        }
    }

    private void take(SignedNote note, List<PublicKeyLine> keys) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Optional<PublicKeyLine> signer = note.signer(keys);
        if (signer.isEmpty() || !signer.get().name().equals(checkpoint.origin())) {
            signatures.violated(
                    "no key of this ledger has signed the checkpoint of size %d"
                            .formatted(checkpoint.size()));
            return;
        }
        signed++;
        roots.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>()).add(checkpoint.root());
    }

    void leaf(Hash hash) {
        growing.add(hash);
        compare();
    }

    private void compare() {
        for (Hash root : roots.getOrDefault(growing.size(), List.of())) {
            if (!root.equals(growing.root())) {
                tree.violated(
                        "the first %d leaves are not what was signed".formatted(growing.size()));
            }
        }
        roots.remove(growing.size());
    }

    /** No leaf follows. */
    void end(Bundle.Manifest manifest, boolean finalIsSigned) {
        if (growing.size() != manifest.size()) {
            tree.violated(
                    "there are %d leaves, the manifest says %d"
                            .formatted(growing.size(), manifest.size()));
        }
        if (!growing.root().base64().equals(manifest.root())) {
            tree.violated("the root is not that of the manifest");
        }
        if (!finalIsSigned) {
            tree.violated("no signed checkpoint covers all %d events".formatted(manifest.size()));
        }
        for (long size : roots.keySet()) {
            tree.violated("signed were %d events, there are fewer".formatted(size));
        }
    }

    boolean isSigned(long size) {
        return roots.containsKey(size);
    }

    List<Property> verdicts() {
        return List.of(
                signatures.verdict("%d signatures hold".formatted(signed)),
                tree.verdict(
                        "%d leaves have the root %s".formatted(growing.size(), growing.root())));
    }
}
