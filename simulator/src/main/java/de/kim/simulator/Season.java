package de.kim.simulator;

import de.kim.events.Rulebook;
import de.kim.events.Section;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One world under one way of giving out places: a scheduled round every Monday, offers that are
 * accepted, declined or not answered, places that come back.
 */
final class Season {
    private record Offer(LocalDate due, Answer answer, Applicant to, Seats at, LocalDate starts) {}

    private enum Answer {
        ACCEPTED,
        DECLINED,
        EXPIRED
    }

    private static final int ROUND_EVERY_DAYS = 7;

    private final World world;
    private final Rulebook rulebook;
    private final Mechanism mechanism;
    private final Tally tally;
    private final Map<UUID, Applicant> waiting = new HashMap<>();
    private final PriorityQueue<Offer> offers =
            new PriorityQueue<>(
                    Comparator.comparing(Offer::due)
                            .thenComparing(offer -> offer.to().person().referralId()));
    private List<Seats> open = new ArrayList<>();
    private int registered;
    private int published;

    Season(World world, Rulebook rulebook, Mechanism mechanism) {
        this.world = world;
        this.rulebook = rulebook;
        this.mechanism = mechanism;
        this.tally = new Tally(world);
    }

    /** Runs to the end. */
    Tally run(Consumer<LocalDate> progress) {
        for (LocalDate day = world.opens();
                day.isBefore(world.ends());
                day = day.plusDays(ROUND_EVERY_DAYS)) {
            settle(day);
            join(day);
            publish(day);
            hold(day);
            progress.accept(day);
        }
        return tally;
    }

    /** Whoever was tested since the last round waits. */
    private void join(LocalDate day) {
        List<Newcomer> all = world.newcomers();
        while (registered < all.size() && !all.get(registered).testedOn().isAfter(day)) {
            Applicant applicant = new Applicant(all.get(registered++).person());
            tally.registered(applicant);
            waiting.put(applicant.person().referralId(), applicant);
        }
        waiting.values().removeIf(applicant -> !applicant.waitsOn(day));
    }

    private void publish(LocalDate day) {
        List<PlannedCourse> all = world.courses();
        while (published < all.size() && !all.get(published).publishedOn().isAfter(day)) {
            Seats seats = new Seats(all.get(published++));
            tally.planned(seats);
            open.add(seats);
        }
        open = new ArrayList<>(open.stream().filter(seats -> seats.goesOn(day)).toList());
    }

    /** Full courses stay out: nobody could get in, and nobody else's place depends on them. */
    private void hold(LocalDate day) {
        Map<UUID, Seats> free = new HashMap<>();
        open.stream()
                .filter(seats -> seats.free() > 0)
                .forEach(seats -> free.put(seats.planned().course().courseId(), seats));
        List<Person> people = waiting.values().stream().map(Applicant::person).toList();
        Market market =
                Market.of(
                        new RoundInput(
                                day,
                                rulebook,
                                people,
                                free.values().stream().map(Seats::now).toList(),
                                world.admissions(),
                                world.municipalities()));
        int[] placed = mechanism.place(market, Dice.of(world.seed(), 4, day.toEpochDay()));
        market.check(placed);
        int offered = 0;
        for (int p = 0; p < placed.length; p++) {
            if (placed[p] != Market.NONE) {
                offer(day, market, p, placed[p], free);
                offered++;
            }
        }
        tally.held(world.week(day), people.size(), offered, market.envyPairs(placed));
    }

    private void offer(LocalDate day, Market market, int p, int course, Map<UUID, Seats> free) {
        UUID referral = market.input().people().get(p).referralId();
        UUID courseId = market.input().courses().get(course).courseId();
        int section = market.lists().section(p, market.position(p, course));
        Applicant applicant = waiting.remove(referral);
        Seats seats = free.get(courseId);
        if (applicant == null || seats == null) {
            throw new IllegalStateException("a place for a stranger");
        }
        seats.take();
        LocalDate begins =
                seats.planned().course().section(section).map(Section::begins).orElseThrow();
        offers.add(answered(day, applicant, seats, begins.isBefore(day) ? day : begins));
    }

    /** How somebody answers depends on them and the course, never on who offers it. */
    private Offer answered(LocalDate day, Applicant applicant, Seats seats, LocalDate starts) {
        Dice dice =
                Dice.of(
                        world.seed(),
                        5,
                        applicant.person().referralId().getMostSignificantBits(),
                        seats.planned().course().courseId().getMostSignificantBits());
        Answer answer = Answer.values()[dice.weighed(86, 8, 6)];
        int period = rulebook.offerPeriodWorkingDays() * 7 / 5;
        int days = answer == Answer.EXPIRED ? period : dice.below(period + 1);
        return new Offer(day.plusDays(days), answer, applicant, seats, starts);
    }

    private void settle(LocalDate day) {
        while (!offers.isEmpty() && offers.element().due().isBefore(day)) {
            Offer offer = offers.remove();
            UUID course = offer.at().planned().course().courseId();
            switch (offer.answer()) {
                case ACCEPTED -> offer.to().accept(offer.starts());
                case DECLINED ->
                        offer.to().decline(course, offer.at().planned().course().version());
                case EXPIRED -> offer.to().staySilent(course);
            }
            if (offer.answer() != Answer.ACCEPTED) {
                offer.at().giveBack();
                waiting.put(offer.to().person().referralId(), offer.to());
            }
        }
    }
}
