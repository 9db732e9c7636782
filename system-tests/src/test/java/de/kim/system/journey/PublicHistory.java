package de.kim.system.journey;

import de.kim.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was said in public, read from Kafka as a stranger would. */
public record PublicHistory(List<JsonNode> events) {
    public static PublicHistory read(String bootstrap) {
        var events = new ArrayList<JsonNode>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    Arrays.stream(Topic.values())
                            .filter(topic -> topic != Topic.PROFILES)
                            .flatMap(topic -> consumer.partitionsFor(topic.destination()).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var kafkaRecord : consumer.poll(Duration.ofMillis(200))) {
                    var text = new String(kafkaRecord.value(), StandardCharsets.UTF_8);
                    events.add(JsonMapper.shared().readTree(text));
                }
            }
        }
        return new PublicHistory(events);
    }

    /**
     * What one source said of one subject, in its order, as short names such as {@code
     * place-offered}.
     */
    List<String> names(String context, String subject) {
        var prefix = "kim." + context + ".";
        return events.stream()
                .filter(event -> event.path("subject").asString().equals(subject))
                .filter(event -> event.path("type").asString().startsWith(prefix))
                .sorted(Comparator.comparingLong(PublicHistory::sequence))
                .map(event -> event.path("type").asString())
                .map(type -> type.substring(prefix.length(), type.lastIndexOf('.')))
                .distinct()
                .toList();
    }

    /** The subjects (with their source) whose sequence has a gap, or a number with two meanings. */
    public List<String> broken() {
        return events.stream()
                .map(
                        event ->
                                event.path("source").asString()
                                        + " "
                                        + event.path("subject").asString())
                .distinct()
                .filter(key -> !gapFree(key))
                .toList();
    }

    private boolean gapFree(String key) {
        var said =
                events.stream()
                        .filter(
                                event ->
                                        key.equals(
                                                event.path("source").asString()
                                                        + " "
                                                        + event.path("subject").asString()))
                        .toList();
        var sequences = said.stream().map(PublicHistory::sequence).distinct().sorted().toList();
        var ids = said.stream().map(event -> event.path("id").asString()).distinct().count();
        return ids == sequences.size() && sequences.getLast() == sequences.size();
    }

    private static long sequence(JsonNode event) {
        return Long.parseLong(event.path("sequence").asString());
    }
}
