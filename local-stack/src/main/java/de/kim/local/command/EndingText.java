package de.kim.local.command;

import de.kim.local.Status;
import de.kim.local.story.Ending;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The end of the story as a person reads it. */
record EndingText(Ending ending, Status status) {

    String text(double seconds) {
        var text = new StringBuilder();
        loaded(text);
        happened(text);
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
        ending.rejected().forEach(row -> text.append("    ").append(row).append('\n'));
    }

    private void happened(StringBuilder text) {
        heading(text, "What happened");
        var funnel = ending.report().path("funnel");
        for (var step : new String[] {"referred", "tested", "offered", "accepted", "started"}) {
            line(text, step, funnel.path(step).asString("?"));
        }
        line(text, "still waiting", String.valueOf(ending.waiting().size()));
    }

    private void waiting(StringBuilder text) {
        heading(text, "Why people still wait (a person can have several reasons)");
        Map<String, Integer> reasons = new TreeMap<>();
        ending.waiting().forEach(person -> count(reasons, person.path("reasons")));
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(reason -> line(text, reason.getKey(), String.valueOf(reason.getValue())));
    }

    private static void count(Map<String, Integer> reasons, JsonNode codes) {
        StreamSupport.stream(codes.spliterator(), false)
                .map(code -> code.asString(""))
                .distinct()
                .forEach(code -> reasons.merge(code, 1, Integer::sum));
    }

    private void decision(StringBuilder text) {
        heading(text, "One person's decision");
        text.append("  ").append(ending.decision().path("english").asString("")).append('\n');
        text.append("  ").append(ending.decision().path("german").asString("")).append('\n');
        ending.decision()
                .path("reasons")
                .forEach(
                        reason ->
                                text.append("    ")
                                        .append(reason.path("english").asString(""))
                                        .append('\n'));
    }

    private void clocks(StringBuilder text) {
        heading(text, "Both clocks, in days");
        clock(text, "waiting time", ending.report().path("waitingTime"));
        clock(text, "access time", ending.report().path("accessTime"));
    }

    private static void clock(StringBuilder text, String name, JsonNode clock) {
        line(
                text,
                name,
                "median %s, mean %s, P90 %s over %s; %s still waiting"
                        .formatted(
                                clock.path("median").asString("–"),
                                clock.path("mean").asString("–"),
                                clock.path("p90").asString("–"),
                                clock.path("n").asString("–"),
                                clock.path("stillWaiting").asString("–")));
    }

    private void addresses(StringBuilder text) {
        heading(text, "Where to look");
        status.services().forEach(service -> line(text, service.name(), service.url()));
        line(text, "mails", status.mail().url());
        line(text, "logs", status.home() + "/logs, or ./kim logs SERVICE");
    }

    private static void heading(StringBuilder text, String words) {
        text.append('\n').append(words).append('\n');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-26s %s%n".formatted(name, value));
    }
}
