package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody sends who means harm, or whose keyboard does: by its kind, at the field that it
 * aims at. Either it is refused and nothing is stored, or it is only text, and comes back as it
 * was. {@link BadInputTest} has what is wrong by mistake.
 */
class HostileInputTest extends RunningReferrals {
    private static final String CYRILLIC_A = "\u0430";
    private static final String CYRILLIC_O = "\u041E";
    private static final int MEGABYTE = 1 << 20;

    static Stream<Arguments> is_refused_at_its_field() {
        return Stream.of(
                        of(
                                "line end",
                                "surname",
                                "a\r\nX-Admin: 1",
                                "a\rb",
                                "a\u2028b",
                                "a\u2029b"),
                        of("line end", "firstName", "a\nb", "a\u000Bb", "a\fb"),
                        of("line end", "fileNumber", "AZ\r\n1", "AZ\u00851"),
                        of(
                                "line end",
                                "email",
                                "a@b.example\nBcc: c@d.example",
                                "a\r\n@b.example",
                                "a@b.example\u2028"),
                        of("line end", "phone", "0541 1\r\n2", "0541 1\n"),
                        of("line end", "preferredLanguage", "de\n"),
                        of("line end", "municipality", "03404000\n"),
                        of("line end", "centralNumber", "000000000042\n"),
                        of("line end", "birthDate", "1990-02-28\n"),
                        of("direction", "surname", "a\u202Eb", "a\u202Db", "a\u2066b", "a\u2069"),
                        of("control", "surname", "a\u001B[31mb", "a\u0007b", "a\u007Fb", "\tb"),
                        of("control", "note", "a\u0000b", "a\u001B]0;x\u0007"),
                        of("not a character", "surname", "a\uFFFEb", "a\uFDD0b", "\uFEFFa"),
                        of(
                                "nobody's name",
                                "surname",
                                "\u00A0",
                                "\u200B",
                                "\u200D\u200D",
                                "\u3000",
                                "\u3164",
                                "\u115F",
                                "\uFFA0",
                                "\u2800",
                                "\u00AD"),
                        of("nobody's name", "firstName", "\u2007", "\u2060", "\u180E"),
                        of("length", "surname", "x".repeat(201), "\uD83D\uDE00".repeat(201)),
                        of("length", "fileNumber", "9".repeat(51)),
                        of("length", "note", "x".repeat(2001)),
                        of("length", "languages", Collections.nCopies(21, "de")),
                        of("SQL", "municipality", "03404000'", "' OR 1=1", "03404%"),
                        of("SQL", "preferredLanguage", "'-", "d'"),
                        of("SQL", "gender", "FEMALE'--", "FEMALE;"),
                        of("SQL", "legalBasis", "OBLIGED_JOBCENTER'--", "(select 1)"),
                        of("SQL", "nationalityGroup", "SYRIA' OR '1'='1"),
                        of("SQL", "birthDate", "1990-02-28'--", "1990-02-28;"),
                        of("SQL", "centralNumber", "000000000042'--", "1 OR 1=1"),
                        of("SQL", "phone", "0541'--", "0541;x"),
                        of("SQL", "testDateId", "00000000-0000-4000-8000-000000000000'--"),
                        of("SQL", "wishes", wish("providerId", "x".repeat(201))),
                        of("formula", "phone", "=1+1", "@SUM(1)", "\uFF1D1"),
                        of("formula", "centralNumber", "=1234567-123", "+000000000042"),
                        of("formula", "municipality", "=3404000"),
                        of("homoglyph", "gender", "FEM\u0410LE", "\uFF26EMALE"),
                        of("homoglyph", "legalBasis", CYRILLIC_O + "BLIGED_JOBCENTER"),
                        of("homoglyph", "nationalityGroup", "\u0405YRIA"),
                        of("homoglyph", "preferredLanguage", CYRILLIC_A + "r", "d\u0435"),
                        of("homoglyph", "municipality", "\uFF10\uFF13404000", "O3404000"),
                        of("homoglyph", "centralNumber", "00000000004\u0662", "1234567\u2011123"),
                        of("homoglyph", "phone", "\u0660\u0665\u0664\u0661", "0541 \u00B2\u00B3"),
                        of("homoglyph", "birthDate", "1990\u201002\u201028", "\u0661990-02-28"),
                        of("homoglyph", "languages", List.of(CYRILLIC_A + "r")),
                        of("leap day", "birthDate", "1900-02-29", "2001-02-29", "2000-02-30"),
                        of("leap day", "birthDate", "2100-02-29", "1990-04-31", "1990-06-31"),
                        of("leap day", "entitledOn", "2025-02-29", "2026-02-29", "2024-02-30"),
                        of("leap day", "lapsesOn", "2027-02-29", "2100-02-29"),
                        of(
                                "time zone",
                                "birthDate",
                                "1990-02-28T00:00:00Z",
                                "1990-02-28T23:59:59",
                                "1990-02-28Z",
                                "1990-02-28+14:00",
                                "1990-02-28T24:00:00+02:00"),
                        of("time zone", "entitledOn", "2026-01-15T00:00:00+01:00", "today", "now"),
                        of("time zone", "lapsesOn", "2027-01-15Z", "2027-01-15T00:00"),
                        of(
                                "time zone",
                                "available",
                                time("08:00Z", "12:00"),
                                time("08:00+01:00", "12:00")),
                        of(
                                "time zone",
                                "available",
                                time("22:00", "24:00"),
                                time("23:59:60", "23:59:61")),
                        of(
                                "time zone",
                                "available",
                                time("08:00:00.5", "12:00"),
                                time("-01:00", "02:00")),
                        of("other calendar", "birthDate", "1990-W09-3", "1990-059", "1369-12-09"),
                        of("other calendar", "birthDate", "90-02-28", "1990-2-28", "1990/02/28"),
                        of(
                                "other calendar",
                                "birthDate",
                                "0001-01-01",
                                "-1990-02-28",
                                "9999-12-31"),
                        of("another type", "birthDate", List.of(1990, 2, 28), Map.of("year", 1990)),
                        of("another type", "surname", Map.of("$ne", ""), List.of("a"), 1e300),
                        of("another type", "entitledOn", 1_768_435_200_000L, true),
                        of("another type", "childcareNeeded", "0", 0, List.of(true)),
                        of("another type", "wishes", Map.of("providerId", "traeger-01"), 1),
                        of("address", "email", "@", "a@", "a b@c.example"),
                        of("address", "postalAddress", address("4907\u0664"), address("49074\n")),
                        of("address", "postalAddress", address("'49074"), address("49 074")),
                        of("field of another", "referralId", UUID.randomUUID().toString()),
                        of("field of another", "person", UUID.randomUUID().toString()),
                        of("field of another", "by", "abh-stadt"),
                        of("field of another", "referringBody", "abh-stadt"),
                        of("field of another", "state", "COMPLETED"),
                        of("field of another", "registeredOn", "2020-01-01"),
                        of("field of another", "__proto__", Map.of("admin", true)),
                        of("field of another", "@type", "java.lang.Runtime"),
                        of("field of another", "@class", "java.lang.ProcessBuilder"))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "[{index}] {0} in {1}")
    @MethodSource
    void is_refused_at_its_field(String kind, String field, Object value) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put(field, value);
        String body = SampleBodies.referral(change);
        refused(kind, () -> post("/api/referrals", body));
    }

    static Stream<String> is_a_name_and_nothing_more() {
        return Stream.of(
                "Robert'); DROP TABLE referral_view;--",
                "' OR '1'='1",
                "1; SELECT pg_sleep(10)",
                "x' UNION SELECT * FROM vault.person--",
                "%",
                "_",
                "\\",
                "\\u0000",
                "$$",
                "?",
                ":body",
                "${jndi:ldap://sample.example/a}",
                "#{7*7}",
                "{{7*7}}",
                "%s%n%x",
                "<script>alert(1)</script>",
                "&lt;b&gt;",
                "]]>",
                "../../etc/passwd",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"https://sample.example\")",
                "+49",
                "-1",
                "@SUM(1+1)",
                "\uFF1D1+1",
                "null",
                "NaN",
                "true",
                "-",
                "X",
                "\u00D6",
                "Wolfeschlegelsteinhausenbergerdorffsample",
                "x".repeat(200),
                "\u041C" + "uster",
                "M" + "\u03C5" + "ster",
                "Mu\u0308ster",
                "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F",
                "\u1EA8\uD83D\uDC69\u200D\uD83D\uDC67",
                "Z\u0351\u036B\u0343a\u0322l\u0356");
    }

    @ParameterizedTest
    @MethodSource
    void is_a_name_and_nothing_more(String surname) {
        FrontDoor.Reply reply =
                post("/api/referrals", SampleBodies.referral(Map.of("surname", surname)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String id = reply.json().path("referralId").asString();
        assertThat(
                        get("kim", "/api/contacts/" + id + "?purpose=OFFER")
                                .json()
                                .path("name")
                                .asString())
                .isEqualTo("Sample " + Normalizer.normalize(surname, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-02-29", "1996-02-29", "1931-12-31", "1970-01-01", "2010-11-23"})
    void a_day_that_there_was_is_a_birth_date(String birthDate) {
        assertThat(
                        post(
                                        "/api/referrals",
                                        SampleBodies.referral(Map.of("birthDate", birthDate)))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void an_entitlement_of_a_leap_day_lapses_on_the_last_day_of_february() {
        String body =
                SampleBodies.referral(
                        Map.of(
                                "legalBasis",
                                "RESETTLER_BVFG_9",
                                "entitledOn",
                                "2024-02-29",
                                "lapsesOn",
                                "2027-02-28"));
        assertThat(post("/api/referrals", body).status()).isEqualTo(201);
    }

    static Stream<Arguments> is_no_body() {
        String valid = SampleBodies.referral(Map.of());
        return Stream.of(
                Arguments.of("33 levels", nested(33)),
                Arguments.of("1000 levels", nested(1000)),
                Arguments.of("100000 levels", nested(100_000)),
                Arguments.of("levels of objects", bytes("{\"a\":".repeat(20_000))),
                Arguments.of("levels in a field", bytes("{\"available\":" + "[".repeat(40) + "}")),
                Arguments.of("a number of 10000 digits", with("\"places\":" + "9".repeat(10_000))),
                Arguments.of("a number beyond all", with("\"surname\":1e999999999")),
                Arguments.of("a field name of 50000", with("\"" + "x".repeat(50_000) + "\":1")),
                Arguments.of("a field twice", with("\"surname\":\"a\",\"surname\":\"b\"")),
                Arguments.of("100000 fields", bytes(fields())),
                Arguments.of("a megabyte of blanks", bytes(" ".repeat(MEGABYTE) + "[")),
                Arguments.of("an overlong slash", bad(0xC0, 0xAF)),
                Arguments.of("half a character", bad(0xED, 0xA0, 0x80)),
                Arguments.of("no UTF-8", bad(0xFF, 0xFE)),
                Arguments.of("cut UTF-8", bad(0xE2, 0x82)),
                Arguments.of("Latin 1", bad(0xFC)),
                Arguments.of("beyond Unicode", bad(0xF4, 0x90, 0x80, 0x80)),
                Arguments.of("a comment", bytes("/* */" + valid)),
                Arguments.of("a line comment", bytes("// x\n" + valid)),
                Arguments.of("a comma at the end", bytes(valid.replaceFirst("}$", ",}"))),
                Arguments.of("single quotes", bytes(valid.replace('"', '\''))),
                Arguments.of("NaN", with("\"surname\":NaN")),
                Arguments.of("hexadecimal", with("\"surname\":0x10")),
                Arguments.of("a leading zero", with("\"surname\":007")),
                Arguments.of("a bare word", with("\"surname\":Muster")),
                Arguments.of("an escape of nothing", with("\"surname\":\"\\x41\"")),
                Arguments.of("a line end in a text", with("\"surname\":\"a\nb\"")),
                Arguments.of("two bodies", bytes(valid + valid)),
                Arguments.of("a body and a request", bytes(valid + "\r\n\r\nGET / HTTP/1.1")),
                Arguments.of("XML", bytes("<?xml version=\"1.0\"?><!DOCTYPE a []><a/>")),
                Arguments.of("a form", bytes("surname=a&firstName=b")),
                Arguments.of("a bomb", gzip(new byte[64 * MEGABYTE])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_no_body(String kind, byte[] body) {
        refused(kind, () -> as(BODY).post("/api/referrals", body, UUID.randomUUID().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip", "identity, gzip", "x-unknown"})
    void what_is_packed_is_not_unpacked(String encoding) {
        byte[] packed = gzip(bytes(SampleBodies.referral(Map.of())));
        refused(encoding, () -> sent("Content-Encoding", encoding, packed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/plain",
                "text/html",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/x-java-serialized-object",
                "application/yaml",
                "*/*",
                "nonsense"
            })
    void another_type_of_content_is_refused(String type) {
        byte[] body = bytes(SampleBodies.referral(Map.of()));
        refused(type, () -> send("Content-Type", type, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/referrals/%27%20OR%20%271%27=%271",
                "/api/referrals/%00",
                "/api/referrals/%0d%0aX-Admin:%201",
                "/api/referrals/00000000-0000-4000-8000-000000000000%27--",
                "/api/referrals/%EF%BC%90",
                "/api/referrals/1-1-1-1-1",
                "/api/referrals?cursor=%27%20OR%201=1",
                "/api/referrals?cursor=..%2f..",
                "/api/referrals?limit=1e1",
                "/api/referrals?limit=%EF%BC%91",
                "/api/referrals?limit=99999999999999999999",
                "/api/referrals?limit=1;drop",
                "/api/worklist?kind=ARRANGE_TEST%27--",
                "/api/worklist?kind=%00",
                "/api/worklist?dueBefore=2026-02-29",
                "/api/worklist?dueBefore=2026-12-01T00:00:00Z",
                "/api/test-dates?municipality=03404%27",
                "/api/test-dates?municipality=%25",
                "/api/test-dates?municipality=%D9%A0%D9%A3%D9%A4%D9%A0%D9%A4",
                "/api/objections?cursor=%00"
            })
    void a_question_is_not_bent(String path) {
        refused(path, () -> get(BODY, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"-1\"",
                "\"1' OR '1'='1\"",
                "\"99999999999999999999\"",
                "W/\"1\"",
                "1",
                "'1'"
            })
    void a_version_is_a_number_in_quotes(String version) {
        String id = post("/api/referrals", SampleBodies.referral(Map.of())).header("Location");
        HttpRequest request =
                json(as(BODY).request(id + "/interest-confirmation"))
                        .header("If-Match", version)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        refused(version, () -> as(BODY).send(request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"legalBasis\": \"SELF_PAYER\", \"entitledOn\": \"2026-02-29\"}",
                "{\"legalBasis\": \"SELF_PAYER\", \"entitledOn\": \"2026-01-15Z\"}",
                "{\"legalBasis\": \"SELF_PAYER'--\", \"entitledOn\": \"2026-01-15\"}",
                "{\"legalBasis\": \"SELF_PAYER\", \"entitledOn\": \"2026-01-15\", \"grantedBy\": \"abh-stadt\"}",
                "{\"legalBasis\": null, \"entitledOn\": \"2026-01-15\"}",
                "{\"legalBasis\": \"SELF_PAYER\"}",
                "{\"legalBasis\": \"SELF_PAYER\", \"entitledOn\": \"2026-01-15\", \"lapsesOn\": \"9999-12-31\"}",
                "[]"
            })
    void no_entitlement_comes_of_it(String body) {
        String id = post("/api/referrals", SampleBodies.referral(Map.of())).header("Location");
        refused(body, () -> post(id + "/entitlements", body));
        refused(body, () -> post(id + "/entitlements/" + UUID.randomUUID() + "/end", body));
    }

    private FrontDoor.Reply sent(String header, String value, byte[] body) {
        return as(BODY).send(
                        json(as(BODY).request("/api/referrals"))
                                .header(header, value)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build());
    }

    private FrontDoor.Reply send(String header, String value, byte[] body) {
        return as(BODY).send(
                        as(BODY).request("/api/referrals")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header(header, value)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build());
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json");
    }

    /** It is answered as a problem of the caller's, and nothing more is stored than before. */
    private void refused(String what, Supplier<FrontDoor.Reply> request) {
        List<Long> before = stored();
        FrontDoor.Reply reply = request.get();
        assertThat(reply.status()).as("%s: %s", what, reply.text()).isBetween(400, 499);
        assertThat(reply.code()).as(what).isNotEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    private static Stream<Arguments> of(String kind, String field, Object... values) {
        return Arrays.stream(values).map(value -> Arguments.of(kind, field, value));
    }

    private static List<Map<String, String>> wish(String field, String value) {
        return List.of(Map.of(field, value));
    }

    private static List<Map<String, String>> time(String from, String to) {
        return List.of(Map.of("day", "MONDAY", "from", from, "to", to));
    }

    private static Map<String, String> address(String postCode) {
        return Map.of("street", "Beispielweg 1", "postCode", postCode, "town", "Osnabrück");
    }

    private static byte[] nested(int levels) {
        return bytes("[".repeat(levels) + "]".repeat(levels));
    }

    /** A valid body that begins with something more. */
    private static byte[] with(String field) {
        return bytes("{" + field + "," + SampleBodies.referral(Map.of()).substring(1));
    }

    /** A valid body but for these bytes in the place of the surname. */
    private static byte[] bad(int... values) {
        String body = SampleBodies.referral(Map.of("surname", "HERE"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = body.indexOf("HERE");
        bytes.writeBytes(bytes(body.substring(0, at)));
        for (int value : values) {
            bytes.write(value);
        }
        bytes.writeBytes(bytes(body.substring(at + 4)));
        return bytes.toByteArray();
    }

    private static String fields() {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            body.append("\"f").append(i).append("\":1,");
        }
        return body.append("\"surname\":\"a\"}").toString();
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
