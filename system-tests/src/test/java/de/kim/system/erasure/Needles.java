package de.kim.system.erasure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts to look for, in the forms in which bytes can hold them. */
final class Needles {
    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    Needles(List<String> texts) {
        for (var text : texts) {
            for (var charset :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.ISO_8859_1,
                            StandardCharsets.UTF_16LE)) {
                add(text, charset);
            }
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            var hex = HexFormat.of().formatHex(utf8);
            put(text + " in hexadecimal", hex);
            // where the text begins in a group of three bytes is not known
            for (int skipped = 0; skipped < 3; skipped++) {
                var padded = new byte[utf8.length + skipped];
                System.arraycopy(utf8, 0, padded, skipped, utf8.length);
                var base64 = Base64.getEncoder().withoutPadding().encodeToString(padded);
                var whole = base64.substring(skipped == 0 ? 0 : 4, base64.length() - 2);
                if (whole.length() >= 8) {
                    put(text + " in Base64, " + skipped, whole);
                }
            }
        }
    }

    /** Which of them are in there. */
    List<String> in(byte[] haystack) {
        List<String> found = new ArrayList<>();
        forms.forEach(
                (name, needle) -> {
                    if (contains(haystack, needle)) {
                        found.add(name);
                    }
                });
        return found;
    }

    private void add(String text, Charset charset) {
        forms.put(text + " in " + charset, text.getBytes(charset));
    }

    private void put(String name, String text) {
        forms.put(name, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean contains(byte[] haystack, byte[] needle) {
        for (int at = 0; at <= haystack.length - needle.length; at++) {
            if (haystack[at] == needle[0]
                    && Arrays.equals(
                            haystack, at, at + needle.length, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }
}
