package de.kim.allocation.write;

import java.util.List;
import java.util.UUID;

/** What is proposed and not approved. */
public interface RulebookDrafts {
    void keep(RulebookDraft draft);

    /**
     * The open draft.
     *
     * @throws de.kim.kit.refusal.Refused with RULEBOOK_DRAFT_NOT_FOUND when there is none, or it
     *     was approved
     */
    RulebookDraft open(UUID draftId);

    /** The open ones, the oldest first; there are never many. */
    List<RulebookDraft> open();

    /** It became this version. */
    void approved(UUID draftId, int version);

    /** The version after the last one. */
    int nextVersion();
}
