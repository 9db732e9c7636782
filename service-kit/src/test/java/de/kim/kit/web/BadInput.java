package de.kim.kit.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends everything that can be wrong with a body to an endpoint, by its front door: each time the
 * answer must be a 4xx problem with a code, and nothing may be stored. Odd names of people must be
 * accepted.
 *
 * <pre>{@code
 * BadInput.against(FrontDoor.of(port, "jobcenter-stadt"), "/api/referrals", VALID)
 *         .names("surname", "firstName")
 *         .optional("email", "wishes.courseId")
 *         .stored(() -> jdbc.queryForObject("select count(*) from event", Long.class))
 *         .check();
 * }</pre>
 *
 * Fields are named without list indexes: {@code wishes.courseId}.
 */
public final class BadInput {
    private static final String UNIQUE = "%UNIQUE%";

    private final FrontDoor door;
    private final String path;
    private final String valid;
    private final Set<String> optional = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> signed = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();
    private @Nullable Supplier<?> stored;

    private BadInput(FrontDoor door, String path, String valid) {
        this.door = door;
        this.path = path;
        this.valid = valid;
    }

    /**
     * @param valid a body that is accepted; {@code %UNIQUE%} in it is replaced by a short random
     *     text each time
     */
    public static BadInput against(FrontDoor door, String path, String valid) {
        return new BadInput(door, path, valid);
    }

    /** Fields that may be null or absent. */
    public BadInput optional(String... fields) {
        optional.addAll(List.of(fields));
        return this;
    }

    /** Fields with what people write, where every script and emoji are welcome. */
    public BadInput names(String... fields) {
        names.addAll(List.of(fields));
        return this;
    }

    /** Numbers that may be negative. */
    public BadInput signed(String... fields) {
        signed.addAll(List.of(fields));
        return this;
    }

    /** Fields that are left alone, with whatever is below them. */
    public BadInput except(String... fields) {
        skipped.addAll(List.of(fields));
        return this;
    }

    /** What must be the same before and after, such as a count of rows. */
    public BadInput stored(Supplier<?> measure) {
        stored = measure;
        return this;
    }

    /** Runs the whole table and fails with every line of it that did not hold. */
    public void check() {
        List<Mutation> table = new Mutations(valid, optional, names, signed, skipped).all();
        List<String> wrong = new ArrayList<>();
        Object before = measure();
        table.stream().filter(m -> !m.accepted()).forEach(m -> refused(m, wrong));
        Object after = measure();
        if (!before.equals(after)) {
            wrong.add("something was stored: " + before + " became " + after);
        }
        table.stream().filter(Mutation::accepted).forEach(m -> accepted(m, wrong));
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "POST " + path + ", of " + table.size() + ":\n" + String.join("\n", wrong));
        }
    }

    private Object measure() {
        if (stored == null) {
            throw new IllegalStateException("say what must not change: stored(...)");
        }
        return String.valueOf(stored.get());
    }

    private void refused(Mutation mutation, List<String> wrong) {
        FrontDoor.Reply reply = send(mutation);
        if (reply.status() < 400 || reply.status() > 499 || reply.code().isEmpty()) {
            wrong.add(mutation.name() + " -> " + reply.status() + " " + reply.code() + " not 4xx");
        }
    }

    private void accepted(Mutation mutation, List<String> wrong) {
        FrontDoor.Reply reply = send(mutation);
        if (reply.status() >= 300) {
            wrong.add(mutation.name() + " -> " + reply.status() + " not 2xx: " + reply.text());
        }
    }

    private FrontDoor.Reply send(Mutation mutation) {
        String key = UUID.randomUUID().toString();
        String text = new String(mutation.body(), StandardCharsets.ISO_8859_1);
        byte[] body =
                text.contains(UNIQUE)
                        ? text.replace(UNIQUE, key.substring(0, 8))
                                .getBytes(StandardCharsets.ISO_8859_1)
                        : mutation.body();
        return door.post(path, body, key);
    }
}
