package de.kim.system.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Texts to look for, in the forms in which bytes can hold them. All are looked for in one pass: a
 * place is looked at closely only where the first two bytes are those of a form.
 */
final class Needles {
    private static final int SHORTEST_BASE64 = 8;

    private final Map<Integer, List<Form>> byBeginning = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << 16);

    private record Form(String name, byte[] bytes) {
        boolean isAt(byte[] haystack, int at) {
            return at + bytes.length <= haystack.length
                    && Arrays.equals(haystack, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    Needles(List<String> texts) {
        for (var text : texts) {
            for (var charset :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.ISO_8859_1,
                            StandardCharsets.UTF_16LE)) {
                add(text + " in " + charset, text.getBytes(charset));
            }
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            add(text + " in hexadecimal", ascii(HexFormat.of().formatHex(utf8)));
            addBase64(text, utf8);
        }
    }

    /** Which of them are in there. */
    List<String> in(byte[] haystack) {
        var found = new TreeSet<String>();
        for (int at = 0; at + 1 < haystack.length; at++) {
            int beginning = beginning(haystack, at);
            if (beginnings.get(beginning)) {
                for (var form : byBeginning.getOrDefault(beginning, List.of())) {
                    if (form.isAt(haystack, at)) {
                        found.add(form.name());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** Where the text begins in a group of three bytes is not known. */
    private void addBase64(String text, byte[] utf8) {
        for (int skipped = 0; skipped < 3; skipped++) {
            var padded = new byte[utf8.length + skipped];
            System.arraycopy(utf8, 0, padded, skipped, utf8.length);
            var base64 = Base64.getEncoder().withoutPadding().encodeToString(padded);
            var certain = base64.substring(skipped == 0 ? 0 : 4, base64.length() - 2);
            if (certain.length() >= SHORTEST_BASE64) {
                add(text + " in Base64, " + skipped, ascii(certain));
            }
        }
    }

    private void add(String name, byte[] bytes) {
        int beginning = beginning(bytes, 0);
        beginnings.set(beginning);
        byBeginning.computeIfAbsent(beginning, it -> new ArrayList<>()).add(new Form(name, bytes));
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
