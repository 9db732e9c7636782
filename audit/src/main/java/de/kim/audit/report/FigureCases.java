package de.kim.audit.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which referrals a figure counts. A figure is named as in the report's data, {@code
 * table.group.figure}: {@code funnel.started.count}, {@code losses.WITHDRAWN_MOVED_AWAY.count},
 * {@code courseType.GENERAL.started}, {@code courseTypeGender.GENERAL.FEMALE.started}.
 */
public final class FigureCases {
    private static final String ALL = "all";

    private FigureCases() {}

    /** Their ids, sorted as texts; empty when no figure of this name counts referrals. */
    public static Optional<List<UUID>> of(ReportFacts facts, String figure) {
        return counted(List.of(figure.split("\\.", -1)))
                .map(
                        counted ->
                                facts.subjects().stream()
                                        .filter(subject -> !subject.isEnteredInError())
                                        .filter(counted)
                                        .map(subject -> subject.row().referralId())
                                        .toList());
    }

    private static Optional<Predicate<Subject>> counted(List<String> name) {
        if (name.size() < 3) {
            return Optional.empty();
        }
        String table = name.getFirst();
        String figure = name.getLast();
        String group = String.join(".", name.subList(1, name.size() - 1));
        return figure.equals("count") ? whole(table, group) : grouped(table, group, figure);
    }

    private static Optional<Predicate<Subject>> whole(String table, String group) {
        return switch (table) {
            case "funnel" -> step(group);
            case "losses" -> Optional.of(s -> s.isLost() && s.lossCode().equals(group));
            case "waiting" ->
                    Optional.of(
                            s ->
                                    s.isWaiting()
                                            && (group.equals(ALL)
                                                    || s.waitingReasons().contains(group)));
            case "sixWeeks" ->
                    Optional.of(
                            s ->
                                    s.row().sixWeeks().breachedOn() != null
                                            && (group.equals(ALL) || s.state().equals(group)));
            case "sixWeeksDone" ->
                    Optional.of(
                            s ->
                                    s.row().sixWeeks().breachedOn() != null
                                            && s.doneAfterSixWeeks().contains(group));
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Subject>> grouped(String table, String group, String figure) {
        return groups(table)
                .flatMap(
                        by ->
                                step(figure)
                                        .map(
                                                step ->
                                                        step.and(
                                                                s ->
                                                                        Objects.equals(
                                                                                by.apply(s),
                                                                                group))));
    }

    private static Optional<Predicate<Subject>> step(String name) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(Stage::reached);
    }

    private static Optional<Function<Subject, String>> groups(String table) {
        return switch (table) {
            case "courseType" -> Optional.of(Subject::courseType);
            case "legalBasis" -> Optional.of(Subject::legalBasis);
            case "obligation" -> Optional.of(Subject::obligation);
            case "provider" -> Optional.of(Subject::provider);
            case "referringBody" -> Optional.of(s -> s.registration().referringBody());
            case "municipality" -> Optional.of(Subject::municipality);
            case "gender" -> Optional.of(Subject::gender);
            case "nationalityGroup" -> Optional.of(Subject::nationalityGroup);
            case "childcare" -> Optional.of(Subject::childcare);
            case "literacy" -> Optional.of(Subject::literacy);
            case "courseTypeGender" -> Optional.of(s -> s.courseType() + "." + s.gender());
            default -> Optional.empty();
        };
    }
}
