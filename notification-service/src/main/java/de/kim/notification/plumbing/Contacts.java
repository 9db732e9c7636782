package de.kim.notification.plumbing;

import de.kim.events.MessageKind;
import de.kim.notification.plumbing.Neighbour.Word;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Reads contact data from the vault of referral-service, at the moment of sending and for nothing
 * else; the vault logs the read with its purpose.
 */
@Component
class Contacts {
    private static final String NOBODY = "REFERRAL_NOT_FOUND";

    private final Neighbour vault;

    Contacts(ContactSettings settings, ServiceToken token) {
        this.vault = new Neighbour(settings.base(), token);
    }

    /**
     * Empty when nobody is known (any more) under this id: never referred, or erased. Only the
     * vault's own word counts for that: a 404 of anything else is an outage.
     *
     * @throws RestClientException when the vault could not be asked; ask again later
     */
    Optional<Contact> read(UUID referralId, MessageKind purpose) {
        return switch (vault.get(
                Contact.class, "/api/contacts/{id}?purpose={purpose}", referralId, purpose)) {
            case Word.Said<Contact>(Contact contact) -> Optional.of(contact);
            case Word.Refused<Contact>(String code) when code.equals(NOBODY) -> Optional.empty();
            case Word.Refused<Contact>(String code) ->
                    throw new RestClientException("the vault refused: " + code);
        };
    }
}
