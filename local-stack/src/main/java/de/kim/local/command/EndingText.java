package de.kim.local.command;

import de.kim.events.CourseReason;
import de.kim.events.Exclusion;
import de.kim.local.Status;
import de.kim.local.story.Ending;
import de.kim.rules.Reasons;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The end of the story as a person reads it.
 *
 * @param reports the files that the quarter's report was written to
 */
record EndingText(Ending ending, Status status, List<Path> reports) {
    private static final UUID NO_COURSE = new UUID(0, 0);
    private static final int MOST_LINES = 20;
    private static final int MOST_COURSES = 3;

    String text(double seconds) {
        var text = new StringBuilder();
        loaded(text);
        happened(text);
        round(text);
        waiting(text);
        decision(text);
        clocks(text);
        addresses(text);
        text.append(
                String.format(
                        Locale.ROOT, "%nTold in %.1f seconds. ./kim down stops it.", seconds));
        return text.toString();
    }

    private void loaded(StringBuilder text) {
        heading(text, "Loaded (all of it invented)");
        ending.imports()
                .forEach(
                        file ->
                                line(
                                        text,
                                        file.file(),
                                        "%d rows taken, %d refused with a reason"
                                                .formatted(file.taken(), file.rejected().size())));
        var rejected = ending.rejected();
        rejected.stream()
                .limit(MOST_LINES)
                .forEach(row -> text.append("    ").append(row).append('\n'));
        if (rejected.size() > MOST_LINES) {
            text.append("    and %d more%n".formatted(rejected.size() - MOST_LINES));
        }
    }

    private void happened(StringBuilder text) {
        heading(text, "What happened");
        var funnel = ending.report().path("funnel");
        for (var step : new String[] {"referred", "tested", "offered", "accepted", "started"}) {
            line(text, step, word(funnel, step));
        }
        line(text, "still waiting", String.valueOf(ending.waiting().size()));
        line(
                text,
                "mistakes at the desks",
                "%d, each refused with its reason".formatted(ending.mistakes().size()));
    }

    /** The clearing round with its verdict: who got a place, who did not, and what was left. */
    private void round(StringBuilder text) {
        var statement = ending.statement();
        heading(text, "The clearing round, as it was stated when it was held");
        line(text, "verdict", word(statement, "english"));
        line(text, "", word(statement, "german"));
        line(text, "took part", word(statement, "waiting"));
        line(text, "got a place offered", word(statement, "matched"));
        line(text, "got none", word(statement, "unmatched"));
        statement.path("why").forEach(reason -> counted(text, reason));
        if (!statement.path("obstacles").isEmpty()) {
            line(text, "what stands in the way", "(a person can have several reasons)");
            statement.path("obstacles").forEach(reason -> counted(text, reason));
        }
        var left = statement.path("placesLeft").valueStream().toList();
        line(
                text,
                "places left",
                "%d in %d courses"
                        .formatted(
                                left.stream().mapToInt(one -> one.path("left").asInt()).sum(),
                                left.size()));
        left.stream()
                .sorted(
                        Comparator.comparingInt((JsonNode one) -> one.path("left").asInt())
                                .reversed())
                .limit(MOST_COURSES)
                .forEach(course -> placesLeft(text, course));
        if (left.size() > MOST_COURSES) {
            text.append("    and %d more courses%n".formatted(left.size() - MOST_COURSES));
        }
    }

    private static void placesLeft(StringBuilder text, JsonNode course) {
        line(
                text,
                "course " + word(course, "courseId").substring(0, 8),
                "%s of %s places left".formatted(word(course, "left"), word(course, "free")));
        course.path("why").forEach(reason -> counted(text, reason));
    }

    private static void counted(StringBuilder text, JsonNode reason) {
        line(text, "%22d".formatted(reason.path("people").asInt()), word(reason, "english"));
    }

    private void waiting(StringBuilder text) {
        heading(
                text,
                "Why people still wait (a person can have several reasons; fewer than 3 are not shown)");
        StreamSupport.stream(ending.report().path("waiting").path("reasons").spliterator(), false)
                .filter(reason -> !reason.path("suppressed").asBoolean())
                .sorted(
                        Comparator.comparingInt((JsonNode reason) -> reason.path("count").asInt())
                                .reversed())
                .forEach(reason -> line(text, word(reason, "code"), word(reason, "count")));
    }

    /** The offered course in both languages; the others by how many the same sentence holds for. */
    private void decision(StringBuilder text) {
        heading(text, "One person's decision, referral " + word(ending.decision(), "referralId"));
        var offered = word(ending.decision(), "courseId");
        var others = 0;
        Map<String, Integer> sentences = new LinkedHashMap<>();
        for (var reason : ending.decision().path("reasons")) {
            if (word(reason, "courseId").equals(offered)) {
                line(text, "course " + offered.substring(0, 8), word(reason, "english"));
                line(text, "", word(reason, "german"));
            } else {
                others++;
                sentences(reason).forEach(sentence -> sentences.merge(sentence, 1, Integer::sum));
            }
        }
        line(text, others + " other courses", "(a course can have several reasons)");
        sentences.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(one -> line(text, "%22d".formatted(one.getValue()), one.getKey()));
    }

    /** One for each exclusion; a rank with its cut-off belongs together. */
    private static List<String> sentences(JsonNode reason) {
        var exclusions = reason.path("exclusions");
        return exclusions.isEmpty()
                ? List.of(word(reason, "english"))
                : exclusions.valueStream().map(EndingText::sentence).toList();
    }

    private static String sentence(JsonNode exclusion) {
        var alone = List.of(Exclusion.valueOf(exclusion.asString()));
        return Reasons.english(new CourseReason(NO_COURSE, alone, null, null), false);
    }

    private void clocks(StringBuilder text) {
        heading(text, "Both clocks, in days, with those still waiting counted");
        var clocks = ending.report().path("clocks");
        clock(text, "waiting time", clocks.path("waitingTime"));
        clock(text, "waiting time, planned", clocks.path("plannedWaitingTime"));
        clock(text, "access time", clocks.path("accessTime"));
    }

    private static void clock(StringBuilder text, String name, JsonNode clock) {
        line(
                text,
                name,
                "%s started, %s not yet: median %s, mean %s, P90 %s of those who started; estimated median %s of all"
                        .formatted(
                                word(clock, "finished"),
                                word(clock, "stillWaiting"),
                                word(clock, "median"),
                                word(clock, "mean"),
                                word(clock, "p90"),
                                word(clock, "estimatedMedian")));
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asString("not known yet");
    }

    private void addresses(StringBuilder text) {
        heading(text, "Where to look");
        reports.forEach(file -> line(text, "the quarter's report", file.toString()));
        status.services().forEach(service -> line(text, service.name(), service.url()));
        line(text, "mails", status.mail().url());
        line(text, "SMS, as JSON", status.mail().url() + "/sms");
        line(text, "letters, as PDF", status.home() + "/post");
        line(text, "logs", status.home() + "/logs, or ./kim logs SERVICE");
    }

    private static void heading(StringBuilder text, String words) {
        text.append('\n').append(words).append('\n');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-26s %s%n".formatted(name, value));
    }
}
