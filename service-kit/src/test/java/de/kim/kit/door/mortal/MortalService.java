package de.kim.kit.door.mortal;

import de.kim.kit.door.Step;
import de.kim.kit.door.StepListener;
import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.SampleService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The sample service in a JVM of its own. Given a step it gives itself commands, says on standard
 * output which were acknowledged, and is gone the n-th time it reaches the step, as after {@code
 * kill -9}: no handler, no {@code finally}, no rollback of its own. Without a step it works off
 * what is left until standard input ends.
 */
public final class MortalService {
    /** What a shell makes of {@code kill -9}. */
    static final int KILLED = 137;

    private static final int SUBJECTS = 3;

    private MortalService() {}

    /** The subjects of one history; the test knows them without being told. */
    static List<UUID> subjects(Step step, int seed) {
        return IntStream.range(0, SUBJECTS)
                .mapToObj(i -> "%s %d %d".formatted(step, seed, i))
                .map(name -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /**
     * @param args settings as {@code --name=value}; with a death also {@code STEP SEED} in front
     */
    public static void main(String[] args) throws IOException {
        boolean dies = !args[0].startsWith("--");
        SpringApplicationBuilder service =
                new SpringApplicationBuilder(SampleService.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false);
        if (dies) {
            Step step = Step.valueOf(args[0]);
            int seed = Integer.parseInt(args[1]);
            Random random = new Random(seed);
            StepListener death = deathAt(step, occurrence(step, random));
            service.initializers(
                    context ->
                            ((GenericApplicationContext) context)
                                    .registerBean(
                                            "death",
                                            StepListener.class,
                                            () -> death,
                                            definition -> definition.setPrimary(true)));
            play(service.run(args).getBean(CommandGateway.class), subjects(step, seed), random);
        } else {
            try (var context = service.run(args)) {
                System.in.transferTo(System.out);
            }
            // Axon's janitor would keep the JVM alive.
            System.exit(0);
        }
    }

    private static int occurrence(Step step, Random random) {
        return 1 + random.nextInt(step.name().startsWith("OUTBOX") ? 3 : 20);
    }

    private static StepListener deathAt(Step step, int occurrence) {
        AtomicInteger left = new AtomicInteger(occurrence);
        return reached -> {
            if (reached == step && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
    }

    /** Until death. */
    private static void play(CommandGateway gateway, List<UUID> subjects, Random random) {
        Map<UUID, Integer> places = new HashMap<>();
        while (true) {
            UUID subject = subjects.get(random.nextInt(subjects.size()));
            int number = places.merge(subject, 1, Integer::sum);
            gateway.sendAndWait(new CourseCommand.Change(subject, number));
            System.out.println("done " + subject + " " + number);
        }
    }
}
