package de.kim.notification.plumbing;

import de.kim.kit.web.input.BirthDate;
import de.kim.notification.plumbing.Neighbour.Word;
import de.kim.notification.read.LinkToken;
import de.kim.notification.write.BirthDateCheck;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Lets the vault of referral-service compare a birth date; the person's own never comes here. The
 * vault logs the read.
 */
@Component
class BirthDates implements BirthDateCheck {
    private final Neighbour vault;

    BirthDates(ContactSettings settings, ServiceToken token) {
        this.vault = new Neighbour(settings.base(), token);
    }

    /**
     * @param salt so that the hash which the vault keeps with the idempotency key tells nothing
     */
    private record Question(UUID referralId, BirthDate birthDate, String salt) {
        /** So that it never gets into a log by accident. */
        @Override
        public String toString() {
            return "Question[hidden]";
        }
    }

    private record Compared(boolean matches) {}

    @Override
    public Verdict check(UUID referralId, BirthDate birthDate) {
        Question question = new Question(referralId, birthDate, LinkToken.random().value());
        try {
            return switch (vault.post(Compared.class, question, "/api/birth-date-checks")) {
                case Word.Said<Compared>(Compared compared) ->
                        compared.matches() ? Verdict.RIGHT : Verdict.WRONG;
                case Word.Refused<Compared>(String code) ->
                        code.equals("REFERRAL_NOT_FOUND") ? Verdict.NOBODY : Verdict.NOT_NOW;
            };
        } catch (RestClientException e) {
            return Verdict.NOT_NOW;
        }
    }
}
