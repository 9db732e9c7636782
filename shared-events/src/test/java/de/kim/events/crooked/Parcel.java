package de.kim.events.crooked;

import tools.jackson.databind.JsonNode;

/** Neither a record nor free of libraries nor in the one package. */
class Parcel {
    final JsonNode content;

    Parcel(JsonNode content) {
        this.content = content;
    }
}
