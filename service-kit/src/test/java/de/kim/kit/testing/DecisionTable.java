package de.kim.kit.testing;

import de.kim.kit.refusal.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.AxonAssertionError;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;

/** Which command leads to what in which state, written as a table and drawn as a diagram. */
public final class DecisionTable {
    private final Enum<?>[] states;
    private final Map<String, Map<Enum<?>, String>> rows = new LinkedHashMap<>();
    private final Set<String> arrows = new LinkedHashSet<>();

    public DecisionTable(Enum<?>[] states) {
        this.states = states.clone();
    }

    /** What a command led to: events, or a refusal's code, and the state afterwards. */
    public record Answer(String text, @Nullable Enum<?> next) {
        public static <T> Answer of(ResultValidator<T> result, Function<T, Enum<?>> state) {
            List<Object> seen = new ArrayList<>();
            try {
                result.expectException(remember(seen));
                return new Answer("refused: " + ((Refused) seen.getFirst()).refusal().name(), null);
            } catch (AxonAssertionError notRefused) {
                result.expectEventsMatching(remember(seen));
            }
            List<Enum<?>> next = new ArrayList<>();
            result.expectState(aggregate -> next.add(state.apply(aggregate)));
            return new Answer(names((List<?>) seen.getLast()), next.getFirst());
        }

        private static String names(List<?> events) {
            return events.isEmpty()
                    ? "nothing to do"
                    : events.stream()
                            .map(it -> ((EventMessage<?>) it).getPayloadType().getSimpleName())
                            .collect(Collectors.joining(", "));
        }

        private static <T> CustomMatcher<T> remember(List<Object> seen) {
            return new CustomMatcher<>("anything") {
                @Override
                public boolean matches(Object actual) {
                    return seen.add(actual);
                }
            };
        }
    }

    public void begins(Class<?> command, Enum<?> state) {
        arrows.add("[*] --> " + state + ": " + command.getSimpleName());
    }

    public void add(Object command, Enum<?> state, Answer answer) {
        String name = command.getClass().getSimpleName();
        rows.computeIfAbsent(name, it -> new LinkedHashMap<>()).put(state, answer.text());
        if (answer.next() != null && answer.next() != state) {
            arrows.add(state + " --> " + answer.next() + ": " + name);
        }
    }

    public String document(String thing) {
        StringBuilder text = new StringBuilder("# States of a " + thing.toLowerCase() + "\n\n");
        text.append("Written by `").append(thing).append("StatesTest` from what the aggregate");
        text.append(" decides; approved by people.\n\n```mermaid\nstateDiagram-v2\n");
        arrows.forEach(arrow -> text.append("    ").append(arrow).append('\n'));
        text.append("```\n\n| command |");
        for (Enum<?> state : states) {
            text.append(' ').append(state).append(" |");
        }
        text.append("\n|---|").append("---|".repeat(states.length)).append('\n');
        rows.forEach((command, answers) -> text.append(row(command, answers)));
        return text.toString();
    }

    private String row(String command, Map<Enum<?>, String> answers) {
        StringBuilder row = new StringBuilder("| ").append(command).append(" |");
        for (Enum<?> state : states) {
            row.append(' ').append(answers.get(state)).append(" |");
        }
        return row.append('\n').toString();
    }
}
