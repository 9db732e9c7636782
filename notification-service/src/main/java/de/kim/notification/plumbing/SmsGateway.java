package de.kim.notification.plumbing;

import de.kim.events.DeliveryFailure;
import de.kim.notification.read.Language;
import de.kim.notification.read.LinkSettings;
import de.kim.notification.read.LinkToken;
import de.kim.notification.read.SmsParts;
import de.kim.notification.read.SmsSettings;
import de.kim.notification.read.SmsSignature;
import de.kim.notification.read.SmsText;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Hands one SMS to the gateway (docs/sms-gateway.md). */
@Component
class SmsGateway {
    private static final Logger log = LoggerFactory.getLogger(SmsGateway.class);

    private final SmsSettings settings;
    private final SmsSignature signature;
    private final LinkSettings link;
    private final RestClient http;

    SmsGateway(SmsSettings settings, SmsSignature signature, LinkSettings link) {
        this.settings = settings;
        this.signature = signature;
        this.link = link;
        this.http = Calls.client().build();
        if (settings.isOpen()) {
            refuseLongLinks();
        }
    }

    /** A text of too many parts is found when the service starts, and not by who pays for it. */
    private void refuseLongLinks() {
        for (Language language : Language.values()) {
            String text = text(LinkToken.random().value(), language);
            if (SmsParts.of(text) > settings.mostParts()) {
                throw new IllegalStateException(
                        "KIM_PUBLIC_URL is too long for an SMS in " + language);
            }
        }
    }

    boolean isOpen() {
        return settings.isOpen();
    }

    private record Sms(UUID id, String to, String text) {}

    /** The gateway knows the id: what it took in an attempt before this one is not sent again. */
    Handover hand(Outgoing outgoing, MobileNumber to, Language language) {
        String text = text(outgoing.token().value(), language);
        byte[] body =
                JsonMapper.shared()
                        .writeValueAsBytes(new Sms(outgoing.messageId(), to.e164(), text));
        SmsSignature.Signed signed = signature.sign(body);
        try {
            return http.post()
                    .uri(settings.url() + "/messages")
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(SmsSignature.TIME, signed.time())
                    .header(SmsSignature.SIGNATURE, signed.signature())
                    .body(body)
                    .exchange((request, response) -> handover(response.getStatusCode()));
        } catch (RestClientException e) {
            log.atInfo().addArgument(() -> e.getClass().getSimpleName()).log("sms not taken: {}");
            return new Handover.Later("SMS_GATEWAY");
        }
    }

    private String text(String token, Language language) {
        return new SmsText(language, Outgoing.link(link.base(), token, language)).text();
    }

    private static Handover handover(HttpStatusCode status) {
        if (status.is2xxSuccessful()) {
            return new Handover.Done();
        }
        return status.isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT)
                ? new Handover.Impossible(DeliveryFailure.REFUSED)
                : new Handover.Later("SMS_GATEWAY");
    }
}
