package de.kim.notification.plumbing;

import de.kim.notification.plumbing.Neighbour.Word;
import de.kim.notification.write.InterestAnswers;
import de.kim.notification.write.OfferAnswers.Verdict;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Posts to referral-service that a person still wants a place; said twice is said once. */
@Component
class ReferralAnswers implements InterestAnswers {
    private final Neighbour referral;

    ReferralAnswers(ContactSettings settings, ServiceToken token) {
        this.referral = new Neighbour(settings.base(), token);
    }

    private record Yes() {}

    @Override
    public Verdict confirm(UUID referralId) {
        try {
            return switch (referral.tell(
                    new Yes(), "/api/referrals/{id}/interest-confirmation", referralId)) {
                case Word.Said<Neighbour.Nothing> said -> Verdict.TAKEN;
                // not found, withdrawn, completed, erased: there is nothing to wait for any more
                case Word.Refused<Neighbour.Nothing> refused -> Verdict.ENDED;
            };
        } catch (RestClientException e) {
            return Verdict.NOT_NOW;
        }
    }
}
