package de.kim.allocation.write;

import static de.kim.allocation.write.Sample.COURSE;
import static de.kim.allocation.write.Sample.OFFER;
import static de.kim.allocation.write.Sample.REASONS;
import static de.kim.allocation.write.Sample.REFERRAL;

import de.kim.events.AnsweredBy;
import de.kim.events.DeclineReason;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.ProviderChangeReason;
import de.kim.events.ReleaseCause;
import de.kim.events.approved.Approved;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every command in every state of a placement: what it comes to, and where it leads. */
class DecisionTableTest {
    private static final Path APPROVED = Path.of("..", "docs", "states-placement.md");

    @Test
    void every_command_in_every_state_is_decided() {
        StringBuilder table = new StringBuilder();
        Set<String> edges = new TreeSet<>();
        states().forEach((state, given) -> rows(state, given, table, edges));
        Approved.check(APPROVED, page(table, edges));
    }

    private static void rows(
            String state, Supplier<Desk> given, StringBuilder table, Set<String> edges) {
        commands()
                .forEach(
                        (name, command) -> {
                            Desk desk = given.get().when(command);
                            String after = stateOf(desk);
                            table.append(
                                    "| %s | %s | %s | %s |%n"
                                            .formatted(state, name, desk.answer(), after));
                            if (!after.equals(state)) {
                                edges.add("    %s --> %s: %s".formatted(state, after, name));
                            }
                        });
    }

    private static Map<String, Supplier<Desk>> states() {
        Map<String, Supplier<Desk>> states = new LinkedHashMap<>();
        Supplier<Desk> unknown =
                () ->
                        Desk.given(
                                Sample.capacity(COURSE, 1),
                                Sample.capacity(Sample.OTHER_COURSE, 1));
        states.put("Unknown", unknown);
        states.put("Waiting", Sample::waiting);
        states.put("Offered", Sample::withOffer);
        states.put("Placed", Sample::withPlace);
        states.put("KeepsWaiting", () -> Sample.withOffer().when(Sample.accept(true)));
        states.put(
                "PlacedAndOffered",
                () -> Sample.withOffer().when(Sample.accept(true)).when(Sample.offerOther(COURSE)));
        states.put(
                "Begun",
                () -> Sample.withPlace().when(new BeginCourse(REFERRAL, COURSE, Sample.STARTS_ON)));
        states.put("Aside", () -> Sample.waiting().when(new StepAside(REFERRAL)));
        states.put("Ended", () -> Sample.waiting().when(new LeaveWaitingList(REFERRAL)));
        return states;
    }

    private static Map<String, Object> commands() {
        Map<String, Object> commands = new LinkedHashMap<>();
        commands.put("QueueReferral", Sample.queue());
        commands.put("RecordDecision", new RecordDecision(REFERRAL, Sample.ROUND, REASONS));
        commands.put("OfferPlace", Sample.offerPlace());
        commands.put("OfferPlace above the held one", Sample.offerOther(COURSE));
        commands.put("ReachOffer", new ReachOffer(REFERRAL, OFFER, Sample.REACHED_AT));
        commands.put("AcceptPlace", Sample.accept(false));
        commands.put("AcceptPlace and keep waiting", Sample.accept(true));
        commands.put("AcceptPlace of the better one", Sample.acceptOther());
        commands.put("DeclinePlace", Sample.decline());
        commands.put(
                "DeclinePlace of the better one",
                new DeclinePlace(
                        REFERRAL,
                        Sample.LATER_OFFER,
                        AnsweredBy.PERSON,
                        DeclineReason.OTHER,
                        Sample.OFFERED_AT));
        commands.put(
                "ExpireOffer when due", new ExpireOffer(REFERRAL, OFFER, Sample.UNREACHED_AFTER));
        commands.put("ExpireOffer too early", new ExpireOffer(REFERRAL, OFFER, Sample.OFFERED_AT));
        commands.put(
                "WithdrawOffer",
                new WithdrawOffer(REFERRAL, OFFER, OfferWithdrawalCause.COURSE_RESCHEDULED));
        commands.put(
                "WithdrawLiveOffer",
                new WithdrawLiveOffer(REFERRAL, OfferWithdrawalCause.ENTITLEMENT_ENDED));
        commands.put(
                "ReleasePlace",
                new ReleasePlace(REFERRAL, COURSE, ReleaseCause.PARTICIPANT_MISSING));
        commands.put(
                "ChangeProvider",
                new ChangeProvider(REFERRAL, ProviderChangeReason.CHILDCARE, null));
        commands.put(
                "ChangeProvider and go on with a section",
                new ChangeProvider(REFERRAL, ProviderChangeReason.MOVED, 2));
        commands.put("CancelCourse", new CancelCourse(COURSE));
        commands.put("BeginCourse", new BeginCourse(REFERRAL, COURSE, Sample.STARTS_ON));
        commands.put("ConfirmInterest", new ConfirmInterest(REFERRAL));
        commands.put("StepAside", new StepAside(REFERRAL));
        commands.put("LeaveWaitingList", new LeaveWaitingList(REFERRAL));
        return commands;
    }

    private static String stateOf(Desk desk) {
        PlacementState state = new PlacementState();
        desk.history().stream()
                .filter(PlacementHistory.class::isInstance)
                .map(PlacementHistory.class::cast)
                .forEach(state::evolve);
        if (state.left()) {
            return state.aside() ? "Aside" : "Ended";
        }
        if (state.begun()) {
            return "Begun";
        }
        if (state.liveOffer().isPresent()) {
            return state.place().isPresent() ? "PlacedAndOffered" : "Offered";
        }
        if (state.place().isPresent()) {
            return state.waits() ? "KeepsWaiting" : "Placed";
        }
        return state.queued() ? "Waiting" : "Unknown";
    }

    private static String page(StringBuilder table, Set<String> edges) {
        return """
                # States of a placement

                Generated by DecisionTableTest and approved; a placement is one person on the way to a place.
                A code in capitals is a refusal; "(nothing)" is a command whose effect already holds.

                ```mermaid
                stateDiagram-v2
                    [*] --> Unknown
                %s
                ```

                | State | Command | Events or refusal | State after |
                |---|---|---|---|
                %s"""
                .formatted(String.join("\n", edges), table.toString().replace("\r\n", "\n"));
    }
}
