package de.kim.system.bench;

import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param facts the machine, the servers and their settings
 * @param workloads in the order in which they ran
 */
record Results(Map<String, String> facts, List<OfWorkload> workloads) {
    /** The lines of one workload. */
    record OfWorkload(String name, String question, List<Line> lines) {}

    /** As Markdown. */
    String text() {
        var text = new StringBuilder();
        facts.forEach((name, value) -> text.append("- %s: %s%n".formatted(name, value)));
        for (var workload : workloads) {
            text.append("%n### %s: %s%n%n".formatted(workload.name(), workload.question()));
            text.append("| case | figure | ratio | CPU per operation | aim |\n");
            text.append("|---|---|---|---|---|\n");
            workload.lines().forEach(line -> text.append(line.row()).append('\n'));
        }
        return text.toString();
    }
}
