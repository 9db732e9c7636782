package de.kim.kit.testing;

import de.kim.events.approved.Approved;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Public;
import de.kim.kit.access.Role;
import de.kim.kit.audit.ReferralOwners;
import de.kim.kit.web.FrontDoor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets what from a service: everybody calls every endpoint that there is, with real tokens, and
 * what they got is compared with the table that people approved. An endpoint that nobody was told
 * how to call, or that does not say whose it is, fails the test.
 */
public final class AccessTable {
    private static final String ANOTHER = "another-body";
    private static final String WITHOUT_A_ROLE = "without a role";
    private static final String WITHOUT_SIGN_IN = "without sign-in";
    private static final Map<Role, String> USUAL =
            Map.of(
                    Role.REFERRER, "jobcenter-stadt",
                    Role.PROVIDER, "traeger-01",
                    Role.COORDINATOR, "koordination",
                    Role.AUDITOR, "revision",
                    Role.SYSTEM, "kim");

    private static final String CASE = "{\"purpose\":\"the table of who gets what\"}";

    private final String service;
    private final int port;
    private final Map<String, Set<HandlerMethod>> endpoints;
    private final Map<String, Supplier<Call>> calls = new TreeMap<>();
    private final Map<Role, String> owners = new TreeMap<>(USUAL);
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param service its name, and that of its table in {@code docs/access}
     */
    public AccessTable(String service, ApplicationContext context, int port) {
        this.service = service;
        this.port = port;
        this.endpoints = endpoints(context);
        call("GET /error", () -> Call.get("/error"));
        call("GET /api/dead-letters", () -> Call.get("/api/dead-letters"));
        call("GET /api/dead-letters/{id}", () -> Call.get("/api/dead-letters/1"));
        call(
                "POST /api/dead-letters/{id}/redrive",
                () -> Call.post("/api/dead-letters/1/redrive", "{}"));
        if (context.getBeanNamesForType(ReferralOwners.class).length > 0) {
            auditCases();
        }
    }

    /** Where auditors need a case, they have one. */
    private void auditCases() {
        for (String body : List.of(String.valueOf(USUAL.get(Role.AUDITOR)), ANOTHER)) {
            FrontDoor.of(port, body, Role.AUDITOR).post("/api/audit-cases", CASE);
        }
        call("GET /api/audit-cases", () -> Call.get("/api/audit-cases"));
        call("POST /api/audit-cases", () -> Call.post("/api/audit-cases", CASE));
        call(
                "POST /api/audit-cases/{caseId}/grant",
                () -> Call.post("/api/audit-cases/" + UUID.randomUUID() + "/grant", "{}"));
        call("GET /api/audit-log", () -> Call.get("/api/audit-log"));
    }

    /**
     * One call of an endpoint, of something that the owners own.
     *
     * @param json null: nothing is sent with it
     * @param shows what is in the answer where the owners' thing is shown; null: it is shown or
     *     refused as a whole
     */
    public record Call(
            RequestMethod method, String path, @Nullable String json, @Nullable String shows) {
        public static Call get(String path) {
            return new Call(RequestMethod.GET, path, null, null);
        }

        public static Call put(String path, String json) {
            return new Call(RequestMethod.PUT, path, json, null);
        }

        public static Call delete(String path) {
            return new Call(RequestMethod.DELETE, path, null, null);
        }

        /** A list, in which the owners' thing is found by this text. */
        public static Call list(String path, String shows) {
            return new Call(RequestMethod.GET, path, null, shows);
        }

        public static Call post(String path, String json) {
            return new Call(RequestMethod.POST, path, json, null);
        }
    }

    /** The body whose things are called for; unless told otherwise the first of the sample. */
    public AccessTable owner(Role role, String body) {
        owners.put(role, body);
        return this;
    }

    /**
     * How an endpoint is called.
     *
     * @param endpoint method and template of the path
     * @param call makes something new for each call, so that each finds the same
     */
    public AccessTable call(String endpoint, Supplier<Call> call) {
        calls.put(endpoint, call);
        return this;
    }

    /** Makes all the calls. */
    public void check() {
        StringBuilder table = new StringBuilder(head());
        endpoints.forEach((endpoint, methods) -> table.append(row(endpoint, methods)));
        for (String path : List.of("/actuator/health", "/actuator/prometheus", "/v3/api-docs")) {
            table.append(row("GET " + path, columns(() -> Call.get(path))));
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
        Approved.check(Path.of("..", "docs", "access", service + ".md"), table.toString());
    }

    private String head() {
        StringBuilder head =
                new StringBuilder(
                        """
                        # Who gets what from %s

                        Written by `AccessTest` from real calls with real tokens, and approved by people. *own*: the caller's body owns
                        what is asked for; *other*: another body does. *shown* and *not shown* are about lists.%s

                        | endpoint | %s | %s |"""
                                .formatted(
                                        service,
                                        calls.containsKey("GET /api/audit-cases")
                                                ? "\nAuditors have an audit case: without one all that is theirs alone is 403."
                                                : "",
                                        WITHOUT_SIGN_IN,
                                        WITHOUT_A_ROLE));
        for (Role role : Role.values()) {
            head.append(' ').append(role.claim()).append(" |");
        }
        return head.append("\n|---")
                .append("|---".repeat(2 + Role.values().length))
                .append("|\n")
                .toString();
    }

    private String row(String endpoint, Set<HandlerMethod> methods) {
        Supplier<Call> call = calls.get(endpoint);
        if (call == null) {
            wrong.add("nobody said how " + endpoint + " is called");
            return "";
        }
        Map<String, String> columns = columns(call);
        methods.forEach(method -> compare(endpoint, method, columns));
        return row(endpoint, columns);
    }

    private static String row(String endpoint, Map<String, String> columns) {
        return "| `" + endpoint + "` | " + String.join(" | ", columns.values()) + " |\n";
    }

    private Map<String, String> columns(Supplier<Call> call) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(WITHOUT_SIGN_IN, got(FrontDoor.stranger(port), call));
        columns.put(WITHOUT_A_ROLE, got(FrontDoor.of(port, ANOTHER, new Role[0]), call));
        for (Role role : Role.values()) {
            String owner = owners.getOrDefault(role, ANOTHER);
            String own = got(FrontDoor.of(port, owner, role), call);
            String other = got(FrontDoor.of(port, ANOTHER, role), call);
            columns.put(
                    role.claim(),
                    own.equals(other) ? own : "own: %s, other: %s".formatted(own, other));
        }
        return columns;
    }

    private static String got(FrontDoor door, Supplier<Call> make) {
        Call call = make.get();
        FrontDoor.Reply reply =
                switch (call.method()) {
                    case GET -> door.get(call.path());
                    case PUT -> door.put(call.path(), String.valueOf(call.json()));
                    case DELETE -> door.delete(call.path());
                    default ->
                            door.post(
                                    call.path(),
                                    String.valueOf(call.json()),
                                    UUID.randomUUID().toString());
                };
        if (reply.status() >= 300) {
            return reply.status() == 401 || reply.status() == 403
                    ? "" + reply.status()
                    : reply.status() + " " + reply.code();
        }
        if (call.shows() == null) {
            return "yes";
        }
        return shown(door, call, reply) ? "shown" : "not shown";
    }

    /** On this page of the list or on a later one. */
    private static boolean shown(FrontDoor door, Call call, FrontDoor.Reply page) {
        if (page.text().contains(String.valueOf(call.shows()))) {
            return true;
        }
        String next = page.json().path("nextCursor").asString("");
        String and = call.path().contains("?") ? "&" : "?";
        return !next.isEmpty()
                && shown(door, call, door.get(call.path() + and + "limit=200&cursor=" + next));
    }

    /** What was got against what the endpoint says of itself. */
    private void compare(String endpoint, HandlerMethod method, Map<String, String> columns) {
        Allow allow = method.getMethodAnnotation(Allow.class);
        if ((allow == null) != method.hasMethodAnnotation(Public.class)) {
            wrong.add(endpoint + " says not, or twice, whose it is: " + method);
            return;
        }
        if (allow == null) {
            return;
        }
        expect(endpoint, columns, WITHOUT_SIGN_IN, "401");
        expect(endpoint, columns, WITHOUT_A_ROLE, "403");
        for (Role role : Role.values()) {
            if (!Arrays.asList(allow.value()).contains(role)) {
                expect(endpoint, columns, role.claim(), "403");
            } else if (String.valueOf(columns.get(role.claim())).matches("(own: )?40[13].*")) {
                wrong.add(endpoint + " allows " + role + " and gives " + columns.get(role.claim()));
            }
        }
    }

    private void expect(String endpoint, Map<String, String> columns, String column, String text) {
        if (!text.equals(columns.get(column))) {
            wrong.add("%s gives %s %s".formatted(endpoint, column, columns.get(column)));
        }
    }

    /** Ours, by method and template of the path. */
    private static Map<String, Set<HandlerMethod>> endpoints(ApplicationContext context) {
        Map<String, Set<HandlerMethod>> found = new TreeMap<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(
                        (info, method) -> {
                            if (method.getBeanType().getName().startsWith("de.kim.")) {
                                names(info)
                                        .forEach(
                                                name ->
                                                        found.computeIfAbsent(
                                                                        name,
                                                                        n -> new LinkedHashSet<>())
                                                                .add(method));
                            }
                        });
        return found;
    }

    private static Stream<String> names(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Set<String> verbs = new TreeSet<>();
        methods.forEach(method -> verbs.add(method.name()));
        if (verbs.isEmpty()) {
            verbs.add("GET");
        }
        return verbs.stream()
                .flatMap(verb -> info.getPatternValues().stream().map(path -> verb + " " + path));
    }
}
