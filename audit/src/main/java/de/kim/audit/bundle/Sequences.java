package de.kim.audit.bundle;

import java.util.HashMap;
import java.util.Map;

/** That every source's events about every subject are there, in order and each once. */
final class Sequences {
    private record Stream(String source, String subject) {}

    private final Findings findings = new Findings("sequences");
    private final Map<Stream, Long> last = new HashMap<>();
    private final Map<String, Long> ofTopic = new HashMap<>();

    void take(EventLine event) {
        Stream stream = new Stream(event.source(), event.subject());
        long before = last.getOrDefault(stream, 0L);
        if (event.sequence() != before + 1) {
            findings.violated(
                    "%s says event %d of %s after %d"
                            .formatted(event.source(), event.sequence(), event.subject(), before));
        }
        last.put(stream, event.sequence());
        ofTopic.merge(event.topic() + "/" + event.subject(), event.sequence(), Math::max);
    }

    /** The last sequence of {@code topic/subject}; 0 when there is none. */
    long last(String topicAndSubject) {
        return ofTopic.getOrDefault(topicAndSubject, 0L);
    }

    AuditResult.Property verdict() {
        return findings.verdict("%d subjects without a gap".formatted(last.size()));
    }
}
