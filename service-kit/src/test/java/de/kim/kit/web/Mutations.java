package de.kim.kit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Everything that is done to a valid body. */
final class Mutations {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern ENUM = Pattern.compile("[A-Z][A-Z0-9_]+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final int LONG_TEXT = 100_000;
    private static final int LONG_LIST = 2_000;

    private final String valid;
    private final Set<String> optional;
    private final Set<String> names;
    private final Set<String> signed;
    private final Set<String> skipped;
    private final List<Mutation> all = new ArrayList<>();

    Mutations(
            String valid,
            Set<String> optional,
            Set<String> names,
            Set<String> signed,
            Set<String> skipped) {
        this.valid = valid;
        this.optional = optional;
        this.names = names;
        this.signed = signed;
        this.skipped = skipped;
    }

    List<Mutation> all() {
        wholeBody();
        JsonNode root = JSON.readTree(valid);
        visit(root, root, "");
        return all;
    }

    private void wholeBody() {
        refuse("no body", "");
        refuse("cut off", valid.substring(0, valid.length() - 1));
        refuse("unclosed", "{");
        refuse("list", "[]");
        refuse("null", "null");
        refuse("text", "\"x\"");
        refuse("number", "1");
        refuse("something after the end", valid + "{}");
        refuse("XML", "<a/>");
        refuse("comment", "/* x */" + valid);
        refuse("deep", "[".repeat(1000) + "]".repeat(1000));
        refuse(
                "deep field",
                valid.replaceFirst(
                        "\\{",
                        "{\"deep\":"
                                + "{\"a\":".repeat(500)
                                + "1"
                                + "}".repeat(501).substring(1)
                                + ","));
        refuse("over the limit", valid + " ".repeat(300_000));
        all.add(new Mutation("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, '(', '"', '}'}, false));
    }

    private void visit(JsonNode root, JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            unknownField(root, object, path);
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                if (!skipped.contains(name)) {
                    absent(root, object, field.getKey(), name);
                    values(root, name, field.getValue(), v -> object.set(field.getKey(), v));
                    visit(root, field.getValue(), name);
                }
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode first = array.get(0);
            values(root, path + "[]", first, v -> array.set(0, v));
            longList(root, array, path);
            visit(root, first, path);
        }
    }

    private void unknownField(JsonNode root, ObjectNode object, String path) {
        object.put("noSuchField", 1);
        refuse("unknown field in " + (path.isEmpty() ? "the body" : path), root.toString());
        object.remove("noSuchField");
    }

    private void absent(JsonNode root, ObjectNode object, String field, String name) {
        if (optional.contains(name)) {
            return;
        }
        JsonNode value = object.remove(field);
        refuse(name + " absent", root.toString());
        object.set(field, value);
    }

    private void longList(JsonNode root, ArrayNode array, String path) {
        JsonNode first = array.get(0);
        int size = array.size();
        for (int i = 0; i < LONG_LIST; i++) {
            array.add(first);
        }
        refuse(path + " with " + LONG_LIST + " entries", root.toString());
        while (array.size() > size) {
            array.remove(array.size() - 1);
        }
    }

    /** Puts every wrong value in the place of a right one. */
    private void values(JsonNode root, String name, JsonNode right, Consumer<JsonNode> put) {
        for (String wrong : wrong(name, right)) {
            put.accept(marker());
            refuse(name + " = " + shown(wrong), withMarker(root, wrong));
        }
        if (names.contains(name)) {
            for (String odd :
                    List.of("محمد علي", "שרה", "Zoë 🌻", "O’Neill-Żółć", "李小龍", "Nguyễn")) {
                put.accept(marker());
                accept(name + " = " + odd, withMarker(root, "\"" + odd + "\""));
            }
        }
        put.accept(right);
    }

    private List<String> wrong(String name, JsonNode right) {
        List<String> wrong = new ArrayList<>();
        if (!optional.contains(name)) {
            wrong.add("null");
        }
        if (right.isString()) {
            wrong.addAll(List.of("1", "true", "{}", "[]", "1.5"));
            texts(right.asString(), wrong);
        } else if (right.isNumber()) {
            wrong.addAll(List.of("\"1\"", "true", "{}", "[]", "\"\"", "1.5", "-2147483649"));
            wrong.addAll(List.of("99999999999999999999", "1e400", "-2147483648", "NaN"));
            if (!signed.contains(name)) {
                wrong.add("-1");
            }
        } else if (right.isBoolean()) {
            wrong.addAll(List.of("1", "0", "\"true\"", "\"\"", "{}", "[]"));
        } else if (right.isArray()) {
            wrong.addAll(List.of("{}", "\"\"", "1", "true", "[null]", "[[]]"));
        } else if (right.isObject()) {
            wrong.addAll(List.of("[]", "\"\"", "1", "true"));
        }
        return wrong;
    }

    private static void texts(String right, List<String> wrong) {
        wrong.addAll(List.of("\"\"", "\"" + "x".repeat(LONG_TEXT) + "\""));
        wrong.addAll(List.of("\"a\\u0000b\"", "\"a\\u0007b\"", "\"a\\ud800b\"", "\"a\\u202eb\""));
        wrong.add("\"a\nb\"");
        if (DATE.matcher(right).matches()) {
            wrong.addAll(List.of("\"2026-02-30\"", "\"2026-13-01\"", "\"0001-01-01\""));
            wrong.addAll(List.of("\"9999-12-31\"", "\"+999999999-12-31\"", "\"01.02.2026\""));
            wrong.addAll(List.of("20260101", "[2026,1,1]", "\"2026-01-01T00:00:00\""));
        }
        if (TIME.matcher(right).matches()) {
            wrong.addAll(List.of("\"24:30\"", "\"9:00\"", "[9,0]", "\"09:00:00.5Z\""));
        }
        if (ENUM.matcher(right).matches()) {
            wrong.addAll(
                    List.of(
                            "\"NO_SUCH_VALUE\"",
                            "0",
                            "\"" + right.toLowerCase(Locale.ROOT) + "\""));
        }
        if (ID.matcher(right).matches()) {
            wrong.addAll(List.of("\"1-1-1-1-1\"", "\"AAAAAAAAAAAAAAAAAAAAAA==\"", "\"x\""));
        }
    }

    /** JSON that Jackson would not write is put into the text. */
    private static StringNode marker() {
        return StringNode.valueOf("%MARKER%");
    }

    private static String withMarker(JsonNode root, String json) {
        return root.toString().replace("\"%MARKER%\"", json);
    }

    private static String shown(String json) {
        return json.length() <= 40 ? json.replace("\n", "\\n") : json.length() + " characters";
    }

    private void refuse(String name, String body) {
        all.add(Mutation.refused(name, body));
    }

    private void accept(String name, String body) {
        all.add(Mutation.accepted(name, body));
    }
}
