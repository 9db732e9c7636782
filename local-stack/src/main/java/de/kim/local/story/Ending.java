package de.kim.local.story;

import de.kim.local.load.ImportReport;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What there is to tell when the story is over.
 *
 * @param imports what became of the sample's files
 * @param rejected one line for each row that was refused, with its reason
 * @param mistakes the mistakes at the desks, each with the service and the code that refused it
 * @param round the clearing round
 * @param statement what is to be said of that round as a whole
 * @param report the transparency report of the quarter
 * @param waiting who still waits, with reasons
 * @param decision one person's decision with its reasons
 */
public record Ending(
        List<ImportReport> imports,
        List<String> rejected,
        List<String> mistakes,
        JsonNode round,
        JsonNode statement,
        JsonNode report,
        List<JsonNode> waiting,
        JsonNode decision) {}
