package de.kim.local.load;

import de.kim.local.FewAtOnce;
import de.kim.local.Progress;
import de.kim.local.api.Answer;
import de.kim.local.api.Api;
import de.kim.local.load.RowResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the rows of a file to the service that takes them, a few at a time. The {@code
 * Idempotency-Key} of a row is the digest of its content, so the same file again changes nothing. A
 * refused row is reported with its line and the rest goes on.
 */
public final class Loader {
    private static final Set<String> TEST =
            Set.of(
                    "testedOn",
                    "recommendedType",
                    "recommendedSection",
                    "dispensable",
                    "background");
    private static final Set<String> VENUE =
            Set.of("municipality", "latitudeE6", "longitudeE6", "accessible");
    private static final Set<String> PUBLIC_CONTACT = Set.of("phone", "email", "website");
    private static final String CATALOG = "course-catalog-service";
    private static final String COORDINATOR = "koordination";
    private static final Answer NOTHING_TO_SEND = new Answer(200, MissingNode.getInstance(), false);

    private final Api api;
    private final Progress progress;
    private final Set<String> bodies;
    private final boolean dryRun;
    private final LongConsumer took;

    /**
     * @param bodies the codes of the bodies of the network, who can sign in
     */
    public Loader(Api api, Progress progress, Set<String> bodies) {
        this(api, progress, bodies, false, nanos -> {});
    }

    private Loader(
            Api api, Progress progress, Set<String> bodies, boolean dryRun, LongConsumer took) {
        this.api = api;
        this.progress = progress;
        this.bodies = Set.copyOf(bodies);
        this.dryRun = dryRun;
        this.took = took;
    }

    /**
     * The same, but the services are only asked what they would do, each row by itself: neither the
     * contact of a provider nor the test result of a referral that does not exist yet is tried.
     */
    public Loader dryRun() {
        return new Loader(api.dryRun(), progress, bodies, true, took);
    }

    /** The same, and says of each row how long it took, in nanoseconds; from several threads. */
    public Loader timed(LongConsumer nanos) {
        return new Loader(api, progress, bodies, dryRun, nanos);
    }

    /** Sends every row of the file. */
    public ImportReport load(ImportFile file) {
        var results = new ConcurrentLinkedQueue<RowResult>();
        file.rejected().forEach(row -> results.add(RowResult.refused(row.line(), row.why())));
        var done = new AtomicInteger();
        FewAtOnce.each(
                file.rows(),
                row -> {
                    var begin = System.nanoTime();
                    results.add(result(file.kind(), row));
                    took.accept(System.nanoTime() - begin);
                    tell(file, done.incrementAndGet());
                });
        return new ImportReport(
                file.name(),
                file.kind(),
                dryRun,
                results.stream().sorted(Comparator.comparingInt(RowResult::line)).toList());
    }

    private RowResult result(Kind kind, Row row) {
        try {
            var answer = send(kind, row);
            return new RowResult(
                    row.line(),
                    answer.repeated() ? Outcome.ALREADY_THERE : Outcome.TAKEN,
                    dryRun ? "" : id(kind, answer),
                    "");
        } catch (BadRow e) {
            return RowResult.refused(row.line(), e.sentence());
        }
    }

    private static String id(Kind kind, Answer answer) {
        return switch (kind) {
            case BODIES -> "";
            case PROVIDERS -> answer.json().path("providerId").asString("");
            case COURSES -> answer.json().path("courseId").asString("");
            case REFERRALS -> answer.json().path("referralId").asString("");
        };
    }

    private void tell(ImportFile file, int done) {
        var all = file.rows().size();
        if (done == all) {
            progress.tell(file.name(), "ready, " + all + " rows");
        } else if (done % 50 == 0) {
            progress.tell(file.name(), done + " of " + all + " rows");
        }
    }

    private Answer send(Kind kind, Row row) {
        return switch (kind) {
            case BODIES -> NOTHING_TO_SEND;
            case PROVIDERS -> provider(row.fields());
            case COURSES -> course(row.fields());
            case REFERRALS -> referral(row.fields());
        };
    }

    private Answer provider(ObjectNode row) {
        var provider = row.deepCopy();
        var contact = part(provider, PUBLIC_CONTACT);
        var answer = taken(post(CATALOG, "/api/providers", COORDINATOR, provider));
        if (!contact.isEmpty() && !dryRun) {
            var id = partner(row, "providerId");
            taken(post(CATALOG, "/api/providers/" + id + "/contact", id, contact));
        }
        return answer;
    }

    private Answer course(ObjectNode row) {
        var course = row.deepCopy();
        course.remove("key");
        if (course.path("venue").isMissingNode()) {
            course.set("venue", part(course, VENUE));
        }
        return taken(post(CATALOG, "/api/courses", partner(row, "providerId"), course));
    }

    private Answer referral(ObjectNode row) {
        var body = partner(row, "body");
        var referral = row.deepCopy();
        referral.remove("body");
        var test = part(referral, TEST);
        var answer = taken(post("referral-service", "/api/referrals", body, referral));
        if (test.has("testedOn") && !dryRun) {
            var id = answer.json().path("referralId").asString("");
            var result =
                    post(
                            "referral-service",
                            "/api/referrals/" + id + "/placement-test",
                            body,
                            test);
            if (!result.done()) {
                throw new BadRow(
                        "the referral was taken, its test result was not: " + result.refusal());
            }
        }
        return answer;
    }

    private Answer post(String service, String path, String body, ObjectNode content) {
        return api.post(service, path, body, key(body + path + content), content);
    }

    private static Answer taken(Answer answer) {
        if (!answer.done()) {
            throw new BadRow(answer.refusal());
        }
        return answer;
    }

    private static ObjectNode part(ObjectNode row, Set<String> names) {
        var part = JsonNodeFactory.instance.objectNode();
        names.stream().sorted().filter(row::has).forEach(name -> part.set(name, row.get(name)));
        row.remove(names);
        return part;
    }

    private String partner(ObjectNode row, String column) {
        var body = row.path(column).asString("");
        if (body.isBlank()) {
            throw new BadRow(column + " is missing");
        }
        if (!bodies.contains(body)) {
            throw new BadRow("%s is no partner of the network: \"%s\"".formatted(column, body));
        }
        return body;
    }

    private static String key(String content) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return "import-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
