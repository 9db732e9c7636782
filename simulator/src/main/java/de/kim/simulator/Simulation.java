package de.kim.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Invented years, the same for every contestant.
 *
 * @param scope how much of the country
 * @param years counted years, 1 to {@link #MOST_YEARS}
 * @param seed other seed, other people and courses
 * @param rulebooks to compare; the first one's orders are those that first come, first served and
 *     minimum-cost flow are judged by
 */
public record Simulation(Scope scope, int years, long seed, List<RulebookVariant> rulebooks) {
    /** Beyond this an invented development says nothing. */
    public static final int MOST_YEARS = 10;

    /** Two at once: more only fill the memory. */
    private static final int AT_ONCE = 2;

    private static final int WORDS_EVERY_WEEKS = 13;

    private record Contestant(String name, RulebookVariant rules, Mechanism mechanism) {}

    public Simulation {
        rulebooks = List.copyOf(rulebooks);
        if (rulebooks.isEmpty()) {
            throw new IllegalArgumentException("A rulebook to simulate is missing.");
        }
        if (years < 1 || years > MOST_YEARS) {
            throw new IllegalArgumentException(
                    "Between 1 and %d years can be simulated.".formatted(MOST_YEARS));
        }
    }

    /**
     * Runs every contestant.
     *
     * @param progress is told in words how far it is
     */
    public Comparison run(Consumer<String> progress) throws InterruptedException {
        World world = World.of(scope, years, seed);
        progress.accept(
                "%d people, %d courses invented"
                        .formatted(world.newcomers().size(), world.courses().size()));
        List<Future<Figures>> running = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Contestant contestant : contestants()) {
                running.add(threads.submit(() -> run(world, contestant, progress)));
            }
            List<Figures> figures = new ArrayList<>();
            for (Future<Figures> one : running) {
                figures.add(one.get());
            }
            return new Comparison(scope, years, seed, figures);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a contestant failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Contestant> contestants() {
        List<Contestant> all = new ArrayList<>();
        for (RulebookVariant rules : rulebooks) {
            all.add(new Contestant("rulebook " + rules.name(), rules, new ByRule()));
        }
        RulebookVariant first = rulebooks.get(0);
        all.add(new Contestant("first come, first served", first, new FirstCome()));
        if (scope == Scope.DISTRICT) {
            // elsewhere a round has too many chains of moves to try
            all.add(new Contestant("minimum-cost flow", first, new MinimumCostFlow()));
        }
        return all;
    }

    private static Figures run(World world, Contestant contestant, Consumer<String> progress) {
        Mechanism mechanism = contestant.mechanism();
        Season season = new Season(world, contestant.rules().rulebook(), mechanism);
        Tally tally = season.run(day -> tell(world, contestant, day, progress));
        Integer verified = mechanism instanceof ByRule rule ? rule.verified() : null;
        return tally.figures(contestant.name(), verified);
    }

    private static void tell(
            World world, Contestant contestant, LocalDate day, Consumer<String> progress) {
        if (world.week(day) % WORDS_EVERY_WEEKS == 0) {
            progress.accept("%s: %s".formatted(contestant.name(), day));
        }
    }
}
