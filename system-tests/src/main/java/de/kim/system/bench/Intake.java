package de.kim.system.bench;

import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * LEDGER: from Kafka into the ledger: stored, hashed into the tree and durable, by
 * reporting-service as it runs, which shows each event in the report as well. Two events of each
 * person; all are sent as fast as Kafka takes them, and the clock stops when the ledger has the
 * last one.
 */
final class Intake implements Workload {
    private static final double AIM = 20_000;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(15);
    private static final int EVENTS_OF_A_PERSON = 2;

    @Override
    public String name() {
        return "LEDGER";
    }

    @Override
    public String question() {
        return "Kafka to the ledger: stored, hashed, durable";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers =
                        Servers.start(
                                bench, name(), "postgres", "kafka", "issuer", "reporting-service");
                var producer =
                        new PlainProducer(
                                servers.stack().bootstrap(), Topic.REFERRALS.destination())) {
            var database = Database.of(servers.stack().databases(), "reporting");
            var events = bench.size(100_000, 2_000);
            var figures = new ArrayList<Double>();
            for (var round = 0; round <= bench.rounds(); round++) {
                bench.tell("  %,d events".formatted(events));
                figures.add(new Round(database, producer, round * events).perSecond(events));
            }
            VoidRunException.unlessEqual(
                    "events without a leaf",
                    0,
                    database.number("select count(*) from ledger")
                            - database.number("select count(*) from ledger_node where level = 0"));
            VoidRunException.unlessEqual(
                    "alarms", 0, database.number("select count(*) from ledger_alarm"));
            // The first one warmed up.
            var line =
                    Line.plain(
                            "%,d events, first sent to last stored".formatted(events),
                            Range.of(figures.subList(1, figures.size())),
                            "events/s");
            return List.of(line.aimed("≥ 20,000/s", line.figure().median() >= AIM));
        }
    }

    private record Round(Database database, PlainProducer producer, int first) {
        double perSecond(int events) throws Exception {
            var json = new CloudEventJson();
            var records = new ArrayList<TopicListener.Heard>(events);
            for (var person = 0; person < events / EVENTS_OF_A_PERSON; person++) {
                var number = first + person;
                for (var step = 0; step < EVENTS_OF_A_PERSON; step++) {
                    var envelope = Ledger.at((long) number * Ledger.EVENTS_PER_STORY + step);
                    records.add(
                            new TopicListener.Heard(key(envelope.event()), json.write(envelope)));
                }
            }
            var wanted = size() + records.size();
            var begin = System.nanoTime();
            producer.send(records);
            while (size() < wanted && System.nanoTime() - begin < PATIENCE) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            VoidRunException.unlessEqual("events in the ledger", wanted, size());
            return records.size() / seconds;
        }

        private long size() throws Exception {
            return database.number("select size from ledger_head");
        }

        private static byte[] key(PublicEvent event) {
            return event.subject().getBytes(StandardCharsets.UTF_8);
        }
    }
}
