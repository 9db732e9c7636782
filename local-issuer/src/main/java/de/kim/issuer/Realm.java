package de.kim.issuer;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in, and where: read from a JSON file that is for its owner's eyes only. */
record Realm(List<User> users, List<Client> clients) {
    Realm {
        users = List.copyOf(users);
        clients = List.copyOf(clients);
    }

    /**
     * Somebody who signs in.
     *
     * @param name to sign in with
     * @param title for people
     * @param body the organisation it acts for
     * @param roles what that organisation does, in lower case
     */
    record User(String name, String title, String body, List<String> roles, String password) {
        /** Keeps the password to itself. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A program. With redirects it lets users sign in; with a body it acts by itself.
     *
     * @param secret null for one that cannot keep it
     */
    record Client(
            String id,
            @Nullable String secret,
            List<String> redirects,
            @Nullable String body,
            List<String> roles) {
        /** Keeps the secret to itself. */
        @Override
        public String toString() {
            return id;
        }
    }

    static Realm read(Path file) {
        return JsonMapper.shared().readValue(file, Realm.class);
    }
}
