package de.kim.local.kafka;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** Shows the names of the topics to tests of other packages. */
public final class TopicNames {
    private TopicNames() {}

    public static List<String> all() {
        return Topics.ALL.stream().map(NewTopic::name).toList();
    }
}
