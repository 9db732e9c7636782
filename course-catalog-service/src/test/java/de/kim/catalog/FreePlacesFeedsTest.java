package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import de.kim.kit.web.FrontDoor;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The feeds, read by what reads such things. */
class FreePlacesFeedsTest extends RunningCatalog {
    private static final String HOSTILE =
            "=HYPERLINK(\"https://x.example\"); Straße, <b> & \\n \u5B57";

    private final String provider = "traeger-" + UUID.randomUUID();
    private String course;

    @BeforeEach
    void a_course_with_two_entries() {
        plan(HOSTILE);
    }

    @Test
    void a_spreadsheet_reads_a_line_a_course_and_no_formula() throws Exception {
        CSVRecord line = csv().getFirst();
        assertThat(line.get("provider")).isEqualTo("'" + HOSTILE);
        assertThat(line.get("phone")).isEqualTo("'+49 541 000-0");
        assertThat(line.get("sections"))
                .isEqualTo("1:2027-02-01/2027-03-05;2:2027-03-08/2027-04-16");
        assertThat(line.get("times")).isEqualTo("MON 08:30-12:45");
        assertThat(line.get("place")).isEqualTo("Osnabrück");
        assertThat(line.get("helpLanguages")).isEqualTo("ar;uk");
        assertThat(line.get("nextEntry")).isEqualTo("2027-02-01");
        assertThat(line.get("stale")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1+1", "\uFF0B1"})
    void a_name_that_would_be_a_formula_is_text(String name) throws Exception {
        plan(name);
        assertThat(csv().getLast().get("provider")).isEqualTo("'" + name);
    }

    @Test
    void a_calendar_reads_an_event_an_entry() throws Exception {
        List<VEvent> events = new ArrayList<>();
        try (ICalReader reader = new ICalReader(feed("ics"))) {
            ICalendar calendar = reader.readNext();
            assertThat(calendar.validate(calendar.getVersion()).getWarnings()).isEmpty();
            assertThat(reader.getWarnings()).extracting(ParseWarning::toString).isEmpty();
            events.addAll(calendar.getEvents());
        }
        assertThat(events).hasSize(2);
        VEvent first = events.getFirst();
        assertThat(first.getUid().getValue()).isEqualTo(course + "-1@kim");
        assertThat(first.getDateStart().getValue().getRawComponents().toString(false, false))
                .isEqualTo("20270201");
        assertThat(first.getSummary().getValue())
                .isEqualTo("Allgemeiner Integrationskurs, Abschnitt 1: 0 freie Plätze");
        assertThat(first.getDescription().getValue())
                .isEqualTo(
                        """
                        %s
                        bis 16.04.2027
                        Mo 08:30–12:45
                        Teilzeit, barrierefrei, Hilfe auf Arabisch, Hilfe auf Ukrainisch
                        +49 541 000-0
                        kurse@muster.example
                        Plätze zuletzt bestätigt am 23.11.2026"""
                                .formatted(HOSTILE));
        assertThat(first.getLocation().getValue()).isEqualTo("Osnabrück");
        assertThat(first.getGeo().getLatitude()).isEqualTo(52.279);
        assertThat(first.getUrl().getValue()).isEqualTo("https://muster.example/kurse");
    }

    @Test
    void a_catalogue_reads_a_service_a_course_with_a_date_an_entry() throws Exception {
        Element root = xml().getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("OPENQCAT");
        assertThat(texts(root, "SUPPLIER_NAME")).containsExactly(HOSTILE);
        assertThat(texts(root, "PRODUCT_ID")).containsExactly(course);
        assertThat(texts(root, "SUPPLIER_ID_REF")).containsExactly(provider);
        assertThat(texts(root, "TITLE")).containsExactly("Allgemeiner Integrationskurs");
        assertThat(texts(root, "INSTRUCTION_TIME")).containsExactly("Teilzeit");
        assertThat(texts(root, "START_DATE"))
                .containsExactly(
                        "2027-02-01T00:00:00+01:00",
                        "2027-02-01T00:00:00+01:00",
                        "2027-03-08T00:00:00+01:00");
        assertThat(texts(root, "KEYWORD")).contains("GENERAL", "Teilzeit", "barrierefrei");
        assertThat(texts(root, "EMAIL")).containsExactly("kurse@muster.example");
        assertThat(texts(root, "FIRST_NAME")).isEmpty();
        assertThat(texts(root, "INSTRUCTION_REMARKS").getFirst())
                .isEqualTo("Abschnitt 1, 0 freie Plätze");
    }

    private void plan(String name) {
        post(provider, "/api/providers", SampleBodies.provider(provider, Map.of("name", name)));
        post(
                provider,
                "/api/providers/" + provider + "/contact",
                """
                {"phone": "+49 541 000-0", "email": "kurse@muster.example",
                 "website": "https://muster.example/kurse"}
                """);
        FrontDoor.Reply planned =
                post(provider, "/api/courses", SampleBodies.course(Map.of("providerId", provider)));
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        course = planned.json().path("courseId").asString();
    }

    private String feed(String form) {
        FrontDoor door = FrontDoor.stranger(port());
        String path =
                "/api/free-places.%s?full=true&until=2027-04-01&providerId=%s"
                        .formatted(form, provider);
        FrontDoor.Reply reply = door.send(door.request(path).GET().build());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).containsIgnoringCase("charset=utf-8");
        return reply.text();
    }

    private List<CSVRecord> csv() throws Exception {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser lines = CSVParser.parse(feed("csv"), format)) {
            return lines.getRecords();
        }
    }

    private Document xml() throws Exception {
        DocumentBuilder reader = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        return reader.parse(new InputSource(new StringReader(feed("xml"))));
    }

    private static List<String> texts(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
