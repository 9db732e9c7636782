package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that the caller has seen, from the header {@code If-Match}; endpoints take it as a
 * parameter. The answer to a read carries the version as {@link #etag}.
 *
 * @param version the version expected; null when the caller does not mind (no header, or {@code *})
 */
public record IfMatch(@Nullable Long version) {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    /** The {@code ETag} of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses with 412 when the caller has seen another version. */
    public void check(long current) {
        if (version != null && version != current) {
            throw new Refused(WebRefusal.VERSION_MISMATCH);
        }
    }

    static IfMatch ofHeader(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return new IfMatch(null);
        }
        Matcher etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw new Refused(WebRefusal.IF_MATCH_INVALID);
        }
        return new IfMatch(Long.valueOf(etag.group(1)));
    }
}
