package de.kim.notification.plumbing;

import de.kim.events.AnsweredBy;
import de.kim.events.DeclineReason;
import de.kim.notification.plumbing.Neighbour.Word;
import de.kim.notification.write.OfferAnswers;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Posts a person's answer to allocation-service; the same answer twice is one. */
@Component
class AllocationAnswers implements OfferAnswers {
    private final Neighbour allocation;

    AllocationAnswers(AllocationSettings settings, ServiceToken token) {
        this.allocation = new Neighbour(settings.base(), token);
    }

    private record Acceptance(AnsweredBy answeredBy) {}

    private record Decline(AnsweredBy answeredBy, DeclineReason reason) {}

    @Override
    public Verdict accept(UUID offerId) {
        return answer(offerId, "acceptance", new Acceptance(AnsweredBy.PERSON));
    }

    @Override
    public Verdict decline(UUID offerId, DeclineReason reason) {
        return answer(offerId, "decline", new Decline(AnsweredBy.PERSON, reason));
    }

    private Verdict answer(UUID offerId, String how, Object content) {
        try {
            return switch (allocation.post(
                    JsonNode.class, content, "/api/offers/{id}/{how}", offerId, how)) {
                case Word.Said<JsonNode>(JsonNode answered) -> Verdict.TAKEN;
                case Word.Refused<JsonNode>(String code) ->
                        switch (code) {
                            case "OFFER_NOT_LIVE", "OFFER_NOT_FOUND", "ALREADY_PLACED" ->
                                    Verdict.ENDED;
                            default -> Verdict.NOT_NOW;
                        };
            };
        } catch (RestClientException e) {
            return Verdict.NOT_NOW;
        }
    }
}
