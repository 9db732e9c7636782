package de.kim.kit.web;

import de.kim.kit.refusal.Refusal;

/** What the front door refuses before, or instead of, any rule of the domain. */
public enum WebRefusal implements Refusal {
    MALFORMED_JSON(400, "Die Anfrage ist kein gültiges JSON.", "The request is not valid JSON."),
    BODY_MISSING(400, "Die Anfrage hat keinen Inhalt.", "The request has no body."),
    BODY_UNREADABLE(
            400,
            "Der Inhalt der Anfrage kam nicht vollständig an.",
            "The body of the request did not arrive completely."),
    INVALID_INPUT(
            400,
            "Einige Angaben fehlen oder sind ungültig.",
            "Some fields are missing or invalid."),
    INVALID_PARAMETER(
            400,
            "Ein Parameter der Anfrage fehlt oder ist ungültig.",
            "A parameter of the request is missing or invalid."),
    INVALID_CURSOR(
            400,
            "Die Angabe, wo die nächste Seite beginnt, ist ungültig.",
            "The cursor is not one that was given out for this list."),
    INVALID_REQUEST(400, "Die Anfrage ist ungültig.", "The request is invalid."),
    IDEMPOTENCY_KEY_MISSING(
            400, "Der Kopf Idempotency-Key fehlt.", "The header Idempotency-Key is missing."),
    IDEMPOTENCY_KEY_INVALID(
            400,
            "Der Kopf Idempotency-Key muss 1 bis 128 sichtbare ASCII-Zeichen haben.",
            "The header Idempotency-Key must have 1 to 128 visible ASCII characters."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt.",
            "This Idempotency-Key was already used for another request."),
    DRY_RUN_NOT_POSSIBLE(
            400,
            "Hier gibt es keinen Probelauf, oder der Kopf Dry-Run hat einen anderen Wert als true.",
            "There is no dry run here, or the header Dry-Run has another value than true."),
    IF_MATCH_INVALID(
            400,
            "Der Kopf If-Match ist kein ETag dieses Dienstes.",
            "The header If-Match is not an ETag of this service."),
    SIGN_IN_REQUIRED(401, "Bitte anmelden.", "Please sign in."),
    TOKEN_INVALID(
            401,
            "Die Anmeldung ist ungültig oder abgelaufen. Bitte neu anmelden.",
            "The token is invalid or has expired. Please sign in again."),
    RIGHT_MISSING(403, "Dazu fehlt das Recht.", "You do not have the right to do this."),
    NOT_FOUND(404, "Das gibt es hier nicht.", "There is no such thing here."),
    METHOD_NOT_ALLOWED(
            405,
            "Diese Methode gibt es an dieser Adresse nicht.",
            "This method does not exist at this address."),
    NOT_ACCEPTABLE(
            406,
            "Die Antwort gibt es nicht in der verlangten Form.",
            "The answer does not exist in the form asked for."),
    VERSION_MISMATCH(
            412, "Der Vorgang wurde inzwischen geändert.", "It was changed in the meantime."),
    BODY_TOO_LARGE(413, "Die Anfrage ist zu groß.", "The request is too large."),
    ADDRESS_TOO_LONG(414, "Die Adresse ist zu lang.", "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Der Inhalt der Anfrage muss application/json sein.",
            "The body of the request must be application/json."),
    TOO_MANY_REQUESTS(
            429,
            "Das waren zu viele Anfragen in kurzer Zeit. Bitte nach der Pause in Retry-After noch einmal.",
            "Too many requests in a short time. Please try again after the pause in Retry-After."),
    TRY_AGAIN(
            503,
            "Andere haben dasselbe zur selben Zeit geändert. Bitte noch einmal versuchen.",
            "Others changed the same thing at the same time. Please try again."),
    DATABASE_UNAVAILABLE(
            503,
            "Die Datenbank antwortet gerade nicht. Bitte später noch einmal versuchen.",
            "The database does not answer at the moment. Please try again later."),
    SIGN_IN_UNAVAILABLE(
            503,
            "Die Anmeldung lässt sich gerade nicht prüfen. Bitte später noch einmal versuchen.",
            "The token cannot be checked at the moment. Please try again later."),
    INTERNAL_ERROR(
            500,
            "Das hat wegen eines Fehlers auf unserer Seite nicht geklappt.",
            "That did not work because of a fault on our side.");

    private final int status;
    private final String german;
    private final String english;

    WebRefusal(int status, String german, String english) {
        this.status = status;
        this.german = german;
        this.english = english;
    }

    /** The general refusal of a status that the servlet container gave. */
    static WebRefusal forStatus(int status) {
        return switch (status) {
            case 401 -> SIGN_IN_REQUIRED;
            case 403 -> RIGHT_MISSING;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> TRY_AGAIN;
            default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The HTTP status; unlike other refusals also 5xx, for failures. */
    @Override
    public int status() {
        return status;
    }

    @Override
    public String german() {
        return german;
    }

    @Override
    public String english() {
        return english;
    }
}
