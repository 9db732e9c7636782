package de.kim.system.bench;

import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.DoorNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.axonframework.eventhandling.EventProcessor;

/**
 * W7: from the commit of an event to the poll of a Kafka consumer, through the kit's real outbox;
 * and how fast the outbox works off what has piled up.
 */
final class Publish implements Workload {
    private static final List<Integer> RATES = List.of(50, 200);
    private static final int EVENTS_PER_AGGREGATE = 10;
    private static final double AIM = 10_000;

    @Override
    public String name() {
        return "W7";
    }

    @Override
    public String question() {
        return "commit to Kafka consumer's poll, and drain of a backlog";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers = Servers.start(bench, name(), "postgres", "kafka")) {
            var bootstrap = servers.stack().bootstrap();
            var database = servers.database("publish");
            try (var kit =
                            Kit.start(
                                    database,
                                    "bench.speaks=true",
                                    "spring.config.import=classpath:kit-door.yml",
                                    "KIM_KAFKA_BOOTSTRAP=" + bootstrap);
                    var listener = new TopicListener(bootstrap, Topic.COURSES.destination());
                    var producer = new PlainProducer(bootstrap, Topic.COURSES.destination())) {
                var lines = new ArrayList<Line>();
                for (var rate : RATES) {
                    bench.tell("  %d events a second".formatted(rate));
                    lines.addAll(latency(bench, kit.side("ours"), listener, rate));
                }
                bench.tell("  backlog");
                lines.addAll(
                        new Backlog(kit, listener, producer, bench.size(100_000, 10_000))
                                .lines(bench.rounds()));
                return lines;
            }
        }
    }

    private static List<Line> latency(Bench bench, EventSide side, TopicListener listener, int rate)
            throws Exception {
        var rounds = new ArrayList<Histogram>();
        for (var round = 0; round <= bench.rounds(); round++) {
            var latencies = new Latencies();
            var json = new CloudEventJson();
            listener.listen(heard -> latencies.seen(id(json, heard)));
            OpenLoop.run(
                    rate,
                    bench.seconds(),
                    turn -> {
                        var event = EventSide.event(UUID.randomUUID(), 0);
                        side.append(List.of(event));
                        latencies.acknowledged(event.getIdentifier());
                    });
            latencies.complete("published events");
            rounds.add(latencies.histogram());
        }
        // The first one warmed up.
        return Latencies.lines(
                "commit to poll at %d/s".formatted(rate), rounds.subList(1, rounds.size()));
    }

    private static String id(CloudEventJson json, TopicListener.Heard heard) {
        return json.read(heard.value()) instanceof CloudEventJson.Reading.Known known
                ? known.envelope().id().toString()
                : "malformed";
    }

    /** A pile of events, worked off by our outbox, or sent by hand. */
    private record Backlog(Kit kit, TopicListener listener, PlainProducer producer, int events) {

        List<Line> lines(int rounds) throws Exception {
            Queue<TopicListener.Heard> records = new ConcurrentLinkedQueue<>();
            var contest =
                    new Contest("events/s")
                            .with("ours", () -> drain(records))
                            .with("plain", () -> send(records))
                            .run(rounds);
            var what = "backlog of %,d, ".formatted(events);
            var ours = contest.line(what + "ours", "ours", "plain");
            return List.of(
                    contest.line(what + "plain producer of the same bytes (the limit)", "plain"),
                    ours.aimed("≥ 10,000/s", ours.figure().median() >= AIM));
        }

        /** From the start of the stopped outbox until the consumer has the last one. */
        private Measured drain(Queue<TopicListener.Heard> records) {
            outbox().shutDown();
            var courses =
                    Stream.generate(UUID::randomUUID).limit(events / EVENTS_PER_AGGREGATE).toList();
            kit.side("ours").fill(courses, EVENTS_PER_AGGREGATE);
            records.clear();
            listener.listen(records::add);
            var wanted = listener.count() + events;
            var begin = System.nanoTime();
            outbox().start();
            listener.await("drained events", wanted);
            return Measured.of(events / ((System.nanoTime() - begin) / 1e9));
        }

        private Measured send(Queue<TopicListener.Heard> records) throws Exception {
            listener.listen(heard -> {});
            var all = List.copyOf(records);
            var wanted = listener.count() + all.size();
            var begin = System.nanoTime();
            producer.send(all);
            listener.await("plain records", wanted);
            return Measured.of(all.size() / ((System.nanoTime() - begin) / 1e9));
        }

        private EventProcessor outbox() {
            return kit.axon()
                    .eventProcessingConfiguration()
                    .eventProcessor(DoorNames.OUTBOX, EventProcessor.class)
                    .orElseThrow();
        }
    }
}
