package de.kim.local.api;

import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param json the body; a missing node when it was empty
 * @param repeated whether it is the answer to an earlier request with the same key
 */
public record Answer(int status, JsonNode json, boolean repeated) {
    /** Whether the service did what it was asked. */
    public boolean done() {
        return status < 300;
    }

    /**
     * The refusal as one line for people: stable code and sentence (RFC 9457 with {@code code} and
     * {@code english}).
     */
    public String refusal() {
        var sentence = new StringBuilder(json.path("code").asString("HTTP_" + status));
        sentence.append(": ")
                .append(json.path("english").asString(json.path("detail").asString("")));
        json.path("errors")
                .forEach(
                        error ->
                                sentence.append(" [")
                                        .append(error.path("field").asString(""))
                                        .append(": ")
                                        .append(error.path("english").asString(""))
                                        .append(']'));
        return sentence.toString();
    }
}
