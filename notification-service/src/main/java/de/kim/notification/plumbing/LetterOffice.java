package de.kim.notification.plumbing;

import de.kim.events.DeliveryFailure;
import de.kim.notification.read.Language;
import de.kim.notification.read.LetterPdf;
import de.kim.notification.read.LetterText;
import de.kim.notification.read.LinkSettings;
import de.kim.notification.read.OfferSheets;
import de.kim.notification.read.Recipient;
import de.kim.notification.read.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes one letter and lays it into the folder of the outgoing post. */
@Component
class LetterOffice {
    private static final Logger log = LoggerFactory.getLogger(LetterOffice.class);
    private static final int SHORT = 8;

    private final OfferSheets offers;
    private final PostFolder post;
    private final PostSettings settings;
    private final LinkSettings link;
    private final Clock clock;

    LetterOffice(
            OfferSheets offers,
            PostFolder post,
            PostSettings settings,
            LinkSettings link,
            Clock clock) {
        this.offers = offers;
        this.post = post;
        this.settings = settings;
        this.link = link;
        this.clock = clock;
    }

    /** What lies in the folder already is done: an attempt before this one put it there. */
    Handover hand(Outgoing outgoing, Contact contact, Language language) {
        Recipient recipient = contact.recipient();
        if (recipient == null || !post.isOpen()) {
            return new Handover.Impossible(DeliveryFailure.NO_ADDRESS);
        }
        try {
            if (!post.holds(outgoing.messageId())) {
                post.put(outgoing.messageId(), LetterPdf.of(text(outgoing, recipient, language)));
            }
            return new Handover.Done();
        } catch (IOException e) {
            log.atWarn().addArgument(() -> e.getClass().getSimpleName()).log("no letter: {}");
            return new Handover.Later("POST_FOLDER");
        }
    }

    private LetterText text(Outgoing outgoing, Recipient recipient, Language language) {
        UUID offerId = outgoing.offerId();
        UUID about = Objects.requireNonNullElse(offerId, outgoing.messageId());
        return new LetterText(
                language,
                recipient,
                settings.sender(),
                settings.phone(),
                about.toString().substring(0, SHORT),
                LocalDate.now(clock.withZone(Texts.ZONE)),
                outgoing.link(link.base(), language),
                offerId == null ? null : offers.of(offerId).orElse(null));
    }
}
