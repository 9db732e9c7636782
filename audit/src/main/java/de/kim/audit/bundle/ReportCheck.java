package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.ReportFold;
import de.kim.audit.report.Definition;
import de.kim.audit.report.Report;
import de.kim.audit.report.ReportFacts;
import de.kim.events.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Every figure of the report, recomputed from the events. */
final class ReportCheck {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Tables that group by what stands in profiles, and profiles stand in no event. */
    private static final Set<String> BY_PROFILE =
            Set.of("municipality", "gender", "nationalityGroup", "childcare", "courseTypeGender");

    private final Findings figures = new Findings("report");
    private final Findings profiles = new Findings("report-by-profile");
    private final FoldedRows rows = new FoldedRows();
    private @Nullable Instant newest;
    private long events;
    private int compared;

    void take(EventLine event) {
        events++;
        if (newest == null || event.time().isAfter(newest)) {
            newest = event.time();
        }
        Envelope known = event.known();
        if (known != null) {
            ReportFold.project(known, rows);
        }
    }

    void check(byte[] json, Bundle.Manifest manifest) {
        try {
            check(BundleJson.MAPPER.readTree(json), manifest);
        } catch (JacksonException e) {
            figures.violated("report.json is no JSON");
        }
    }

    private void check(JsonNode said, Bundle.Manifest manifest) {
        if (manifest.definitionsVersion() != Definition.VERSION) {
            String gap =
                    "the figures are of definitions version %d, this verifier knows %d"
                            .formatted(manifest.definitionsVersion(), Definition.VERSION);
            figures.notCheckable(gap);
            profiles.notCheckable(gap);
            return;
        }
        Quarter quarter = Quarter.parse(manifest.quarter());
        LocalDate day = newest == null ? quarter.from() : LocalDate.ofInstant(newest, ZONE);
        Report report =
                ReportFacts.of(rows, events, day, quarter.from(), quarter.until())
                        .report(quarter.from(), quarter.until());
        compare("", BundleJson.MAPPER.valueToTree(report), said);
        profiles.notCheckable(
                "the tables by %s rest on profiles, which may be erased and are not in the bundle"
                        .formatted(String.join(", ", new TreeSet<>(BY_PROFILE))));
    }

    private void compare(String path, JsonNode ours, JsonNode theirs) {
        if (ours.isObject() && theirs.isObject()) {
            if (BY_PROFILE.contains(ours.path("by").asString(""))
                    && ours.path("by").equals(theirs.path("by"))) {
                return;
            }
            Set<String> names = new TreeSet<>(ours.propertyNames());
            names.addAll(theirs.propertyNames());
            for (String name : names) {
                compare(path + "/" + name, ours.path(name), theirs.path(name));
            }
        } else if (ours.isArray() && theirs.isArray() && ours.size() == theirs.size()) {
            for (int i = 0; i < ours.size(); i++) {
                compare(path + "/" + i, ours.get(i), theirs.get(i));
            }
        } else {
            compared++;
            if (!ours.equals(theirs) && !(isNumber(ours, theirs))) {
                figures.violated(
                        "%s says %s, the events give %s"
                                .formatted(
                                        path.isEmpty() ? "/" : path, shown(theirs), shown(ours)));
            }
        }
    }

    /** 20 and 20.0 are the same figure. */
    private static boolean isNumber(JsonNode ours, JsonNode theirs) {
        return ours.isNumber()
                && theirs.isNumber()
                && ours.decimalValue().compareTo(theirs.decimalValue()) == 0;
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String text = value.isContainer() ? value.size() + " entries" : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** An event could not be taken into the figures. */
    void broken(String sentence) {
        figures.notCheckable(sentence);
    }

    List<Property> verdicts() {
        return List.of(
                figures.verdict("%d figures and texts recomputed".formatted(compared)),
                profiles.verdict(""));
    }
}
