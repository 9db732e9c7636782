package de.kim.referral.write;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.referral.write.vault.Drafts;
import de.kim.referral.write.vault.Drafts.Draft;
import de.kim.referral.write.vault.Reading;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Referrals that a body is still writing; nobody else sees them, and no event tells of them. */
@RestController
class ReferralDraftEndpoint {
    private static final String LIST = "referral-drafts";

    private final Drafts drafts;
    private final ReferralDesk desk;
    private final Period kept;

    ReferralDraftEndpoint(
            Drafts drafts, ReferralDesk desk, @Value("${kim.retention.drafts}") Period kept) {
        this.drafts = drafts;
        this.desk = desk;
        this.kept = kept;
    }

    /**
     * That it is kept.
     *
     * @param keptUntil the last day; then it is deleted, however often it was changed
     * @param missing what has to be said before the person can be referred
     */
    record DraftKept(UUID draftId, LocalDate keptUntil, List<String> missing) {}

    /** One of the list: as much as a draft is found by. */
    record DraftListed(
            UUID draftId,
            @JsonIgnore long number,
            LocalDate keptUntil,
            @Nullable String surname,
            @Nullable String firstName,
            List<String> missing) {
        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "DraftListed[" + draftId + "]";
        }
    }

    /** All of it. */
    record DraftShown(
            UUID draftId, LocalDate keptUntil, List<String> missing, ReferralDraftBody referral) {}

    record SubmitDraftBody() {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referral-drafts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DraftKept> open(@Valid @RequestBody ReferralDraftBody body, Actor actor) {
        UUID draftId = UUID.randomUUID();
        LocalDate openedOn = drafts.open(draftId, actor.body(), body.content());
        return ResponseEntity.created(URI.create("/api/referral-drafts/" + draftId))
                .eTag(IfMatch.etag(0))
                .body(new DraftKept(draftId, openedOn.plus(kept), body.asRequest().missing()));
    }

    /** The oldest first; each is a reading that is logged. */
    @Allow(Role.REFERRER)
    @GetMapping("/api/referral-drafts")
    Page<DraftListed> drafts(Actor actor, PageQuery query) {
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                drafts.of(after, query.rows(), reading(actor, "DRAFTS")).stream()
                        .map(this::listed)
                        .toList(),
                query,
                last -> Cursor.after(LIST, last.number()));
    }

    @Allow(Role.REFERRER)
    @GetMapping("/api/referral-drafts/{id}")
    ResponseEntity<DraftShown> draft(@PathVariable("id") UUID id, Actor actor) {
        Draft draft =
                drafts.read(id, reading(actor, "DRAFT"))
                        .orElseThrow(ReferralDraftEndpoint::notThere);
        ReferralDraftBody body = ReferralDraftBody.of(draft.content());
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(draft.version()))
                .body(
                        new DraftShown(
                                id, draft.openedOn().plus(kept), body.asRequest().missing(), body));
    }

    @Allow(Role.REFERRER)
    @PutMapping("/api/referral-drafts/{id}")
    ResponseEntity<Void> change(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ReferralDraftBody body,
            Actor actor,
            IfMatch seen) {
        long version =
                drafts.change(id, actor.body(), seen, body.content())
                        .orElseThrow(ReferralDraftEndpoint::notThere);
        return ResponseEntity.noContent().eTag(IfMatch.etag(version)).build();
    }

    @Allow(Role.REFERRER)
    @DeleteMapping("/api/referral-drafts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("id") UUID id, Actor actor, IfMatch seen) {
        if (!drafts.delete(id, actor.body(), seen)) {
            throw notThere();
        }
    }

    /** The person is referred as the draft says, under the draft's id, and the draft is gone. */
    @Allow(Role.REFERRER)
    @PostMapping("/api/referral-drafts/{id}/submit")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReferralDesk.Requested> submit(
            @PathVariable("id") UUID id,
            @Valid @RequestBody SubmitDraftBody body,
            Actor actor,
            IfMatch seen) {
        Draft draft =
                drafts.readLocked(id, seen, reading(actor, "DRAFT"))
                        .orElseThrow(ReferralDraftEndpoint::notThere);
        RequestReferralBody complete = ReferralDraftBody.of(draft.content()).asRequest();
        ResponseEntity<ReferralDesk.Requested> referred = desk.refer(id, complete, actor);
        drafts.delete(id, actor.body(), seen);
        return referred;
    }

    private DraftListed listed(Draft draft) {
        ReferralDraftBody body = ReferralDraftBody.of(draft.content());
        return new DraftListed(
                draft.draftId(),
                draft.number(),
                draft.openedOn().plus(kept),
                body.surname(),
                body.firstName(),
                body.asRequest().missing());
    }

    private static Reading reading(Actor actor, String purpose) {
        return new Reading(actor.body(), actor.account(), purpose);
    }

    private static Refused notThere() {
        return new Refused(ReferralRefusal.DRAFT_NOT_FOUND);
    }
}
