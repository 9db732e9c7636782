package de.kim.system.bench;

import de.kim.events.Envelope;
import de.kim.events.MessageSent;
import de.kim.events.PlaceOffered;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import de.kim.local.Json;
import de.kim.local.KimHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reach: from the offers on Kafka until every person's mail was taken by a local SMTP server, which
 * has it on disk, and {@code MessageSent} says so; notification-service as it runs, the vault
 * invented. And what one mail and one letter cost to write.
 */
final class Reach implements Workload {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final double AIM_SECONDS = 60;
    private static final double AIM_MAIL_MILLIS = 5;
    private static final double AIM_LETTER_MILLIS = 150;

    @Override
    public String name() {
        return "REACH";
    }

    @Override
    public String question() {
        return "people told by mail, and what a mail and a letter cost to write";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        var lines = new ArrayList<>(writing(bench));
        try (var vault = new InventedContacts();
                var servers = start(bench, vault)) {
            var bootstrap = servers.stack().bootstrap();
            try (var listener = new TopicListener(bootstrap, Topic.NOTIFICATIONS.destination());
                    var producer = new PlainProducer(bootstrap, Topic.ALLOCATIONS.destination())) {
                var box = bench.home().resolve(name()).resolve("mail");
                lines.add(
                        new Telling(bench, listener, producer, box).line(bench.size(10_000, 200)));
            }
        }
        return lines;
    }

    /** The stack asks the invented vault, because that has the port of referral-service. */
    private Servers start(Bench bench, InventedContacts vault) throws Exception {
        var home = bench.home().resolve(name());
        KimHome.directory(home, "rwx--x--x");
        Files.writeString(
                home.resolve("ports.json"), Json.text(Map.of("referral-service", vault.port())));
        return Servers.start(
                bench, name(), "postgres", "kafka", "mail", "issuer", "notification-service");
    }

    /** On one thread, after a warm-up round. */
    private static List<Line> writing(Bench bench) throws Exception {
        try (var code = new NotificationCode()) {
            var mails = new ArrayList<Double>();
            var letters = new ArrayList<Double>();
            for (var round = 0; round <= bench.rounds(); round++) {
                mails.add(millis(bench.size(5_000, 100), code::mail));
                letters.add(millis(bench.size(200, 20), code::letter));
            }
            var mail = Line.plain("one mail, text and HTML", Range.of(warm(mails)), "ms");
            var letter = Line.plain("one letter, tagged PDF", Range.of(warm(letters)), "ms");
            return List.of(
                    mail.aimed("≤ 5 ms", mail.figure().median() <= AIM_MAIL_MILLIS),
                    letter.aimed("≤ 150 ms", letter.figure().median() <= AIM_LETTER_MILLIS));
        }
    }

    private static List<Double> warm(List<Double> rounds) {
        return rounds.subList(1, rounds.size());
    }

    /** Writes one of something and says how long it is. */
    private interface Writing {
        int write(int turn) throws Exception;
    }

    private static double millis(int times, Writing writing) throws Exception {
        var begin = System.nanoTime();
        for (var turn = 0; turn < times; turn++) {
            if (writing.write(turn) == 0) {
                throw new IllegalStateException("nothing was written: the run is void");
            }
        }
        return (System.nanoTime() - begin) / 1e6 / times;
    }

    private record Telling(Bench bench, TopicListener listener, PlainProducer producer, Path box) {
        Line line(int people) throws Exception {
            var seconds = new ArrayList<Double>();
            for (var round = 0; round <= bench.rounds(); round++) {
                bench.tell("  %,d people are told".formatted(people));
                seconds.add(tell(people));
            }
            var line =
                    Line.plain(
                            "%,d mails, from offer to MessageSent".formatted(people),
                            Range.of(warm(seconds)),
                            "s");
            return line.aimed("10,000 in ≤ 60 s", line.figure().median() <= AIM_SECONDS);
        }

        private double tell(int people) throws Exception {
            var json = new CloudEventJson();
            var offers = new ArrayList<TopicListener.Heard>();
            Set<UUID> waiting = ConcurrentHashMap.newKeySet();
            for (var person = 0; person < people; person++) {
                var offer = offer();
                waiting.add(offer.referralId());
                offers.add(
                        new TopicListener.Heard(
                                offer.subject().getBytes(StandardCharsets.UTF_8),
                                json.write(envelope(offer))));
            }
            listener.listen(heard -> sent(json, heard, waiting));
            var before = mails();
            var begin = System.nanoTime();
            producer.send(offers);
            var givenUp = begin + PATIENCE.toNanos();
            while (!waiting.isEmpty() && System.nanoTime() < givenUp) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            VoidRunException.unlessEqual("messages sent", people, (long) people - waiting.size());
            VoidRunException.unlessEqual("mails in the box", people, mails() - before);
            return seconds;
        }

        private static void sent(
                CloudEventJson json, TopicListener.Heard heard, Set<UUID> waiting) {
            if (json.read(heard.value()) instanceof CloudEventJson.Reading.Known known
                    && known.envelope().event() instanceof MessageSent told) {
                waiting.remove(told.referralId());
            }
        }

        private long mails() throws IOException {
            try (var files = Files.list(box)) {
                return files.filter(file -> file.toString().endsWith(".eml")).count();
            }
        }
    }

    private static PlaceOffered offer() {
        return new PlaceOffered(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                LocalDate.of(2026, 12, 1),
                Instant.parse("2026-11-30T10:00:00Z"));
    }

    private static Envelope envelope(PlaceOffered offer) {
        return new Envelope(
                UUID.randomUUID(),
                "/kim/allocation-service",
                1,
                Instant.parse("2026-11-23T10:00:00Z"),
                "bench",
                "bench",
                null,
                offer);
    }
}
