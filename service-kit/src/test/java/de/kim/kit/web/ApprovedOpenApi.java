package de.kim.kit.web;

import de.kim.events.approved.Approved;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document that a service serves is the one that was approved: {@code
 * src/test/resources/approved/openapi.json}, sorted, without the address of the server.
 */
public final class ApprovedOpenApi {
    private static final Path FILE = Path.of("src/test/resources/approved/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private ApprovedOpenApi() {}

    /** Fetches the document from the service that listens on this port and compares it. */
    public static void check(int port) {
        check(FrontDoor.of(port, "koordination"), FILE);
    }

    static void check(FrontDoor door, Path file) {
        FrontDoor.Reply reply = door.get("/v3/api-docs");
        if (reply.status() != 200) {
            throw new AssertionError("/v3/api-docs answers " + reply.status());
        }
        JsonNode document = reply.json();
        if (document instanceof ObjectNode object) {
            object.remove("servers");
        }
        Object sorted = JSON.treeToValue(document, Object.class);
        Approved.check(file, JSON.writeValueAsString(sorted));
    }
}
