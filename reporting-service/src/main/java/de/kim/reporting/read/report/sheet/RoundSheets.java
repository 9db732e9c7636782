package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.CodedCount;
import de.kim.audit.report.Overrides;
import de.kim.audit.report.Report;
import de.kim.audit.report.Rounds;
import de.kim.reporting.read.report.sheet.ReportSheets.Fact;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of how places were given: what was verified, and what was out of turn. */
final class RoundSheets {
    private static final List<Column> VERDICTS =
            List.of(
                    new Column("holding", new Words("erfüllt (Runden)", "holds (rounds)")),
                    new Column("violated", new Words("verletzt (Runden)", "violated (rounds)")));

    private RoundSheets() {}

    static List<Sheet> of(Report report) {
        List<Sheet> sheets = new ArrayList<>();
        if (report.rounds() != null) {
            sheets.add(rounds(report, report.rounds()));
            sheets.add(overtaken(report));
        }
        if (report.overrides() != null) {
            sheets.add(overrides(report, report.overrides()));
        }
        return sheets;
    }

    /** The statement on justified envy; none when no round was verified. */
    static List<Fact> statement(Report report) {
        Rounds rounds = report.rounds();
        return rounds == null
                ? List.of()
                : rounds.verdicts().stream()
                        .filter(one -> one.property().equals(Rounds.NO_JUSTIFIED_ENVY))
                        .map(RoundSheets::statement)
                        .toList();
    }

    private static Fact statement(Rounds.Property envy) {
        int verified = envy.holding() + envy.violated();
        return new Fact(
                "noJustifiedEnvy",
                new Words("kein berechtigter Neid", "no justified envy"),
                new Words(
                        "in %d von %d geprüften Verteilrunden bekam niemand einen Platz, den jemand lieber gehabt hätte, der davor stand"
                                .formatted(envy.holding(), verified),
                        "in %d of %d verified rounds nobody got a place that somebody who stood before would rather have had"
                                .formatted(envy.holding(), verified)),
                envy.holding() + "/" + verified);
    }

    private static Sheet rounds(Report report, Rounds rounds) {
        List<Row> rows = new ArrayList<>();
        rows.add(
                new Row(
                        "all",
                        new Words("alles zusammen", "all together"),
                        List.of(Cell.count(rounds.passed()), Cell.count(rounds.failed()))));
        for (Rounds.Property one : rounds.verdicts()) {
            rows.add(
                    new Row(
                            one.property(),
                            RoundLabels.property(one.property()),
                            List.of(Cell.count(one.holding()), Cell.count(one.violated()))));
        }
        return new Sheet(
                "rounds",
                new Words("Geprüfte Verteilrunden", "Verified clearing rounds"),
                Words.defined(report, "rounds"),
                new Words("Eigenschaft", "property"),
                VERDICTS,
                rows,
                false,
                List.of());
    }

    private static Sheet overtaken(Report report) {
        return new Sheet(
                "overtaken",
                new Words("Über mehrere Runden überholt", "Overtaken across rounds"),
                Words.defined(report, "overtaken"),
                new Words("Warteliste", "waiting list"),
                Figures.COUNT,
                Figures.reasons(report.overtaken()),
                false,
                List.of());
    }

    private static Sheet overrides(Report report, Overrides overrides) {
        Map<String, String> providers = new HashMap<>();
        report.utilisation().providers().forEach(p -> providers.put(p.providerId(), p.name()));
        List<Row> rows = new ArrayList<>();
        rows.add(row("all", Figures.ALL, overrides.count()));
        rows.add(
                row(
                        "displaced",
                        new Words("dadurch anderes Ergebnis", "other result because of it"),
                        overrides.displaced()));
        for (CodedCount one : overrides.byProvider()) {
            rows.add(
                    row(
                            "provider/" + one.code(),
                            Labels.by("provider")
                                    .with(": ", Labels.group("provider", one.code(), providers)),
                            one.count()));
        }
        for (CodedCount one : overrides.byBody()) {
            rows.add(
                    row(
                            "body/" + one.code(),
                            new Words("zugestimmt", "approved by")
                                    .with(": ", Words.same(one.code())),
                            one.count()));
        }
        for (CodedCount one : overrides.byCondition()) {
            rows.add(
                    row(
                            "condition/" + one.code(),
                            new Words("Bedingung", "condition")
                                    .with(": ", RoundLabels.condition(one.code())),
                            one.count()));
        }
        return new Sheet(
                "overrides",
                new Words("Außer der Reihe vergeben", "Given out of turn"),
                Words.defined(report, "overrides"),
                new Words("nach", "by"),
                Figures.COUNT,
                rows,
                false,
                List.of());
    }

    private static Row row(String code, Words title, @Nullable Integer count) {
        return new Row(code, title, List.of(Cell.count(count)));
    }
}
