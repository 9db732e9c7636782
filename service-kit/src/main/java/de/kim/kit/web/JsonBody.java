package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What a command is sent as: JSON in UTF-8. Spring would read YAML, XML and more if a library for
 * it is there, none of them by our strict reader; and Jackson takes an overlong {@code 0xC0 0xAF}
 * for a slash.
 */
final class JsonBody {
    private JsonBody() {}

    /** Refuses anything else; whether there is a body is asked later. */
    static void check(BufferedRequest request) {
        if (request.body().length > 0) {
            if (!isJson(request.getContentType())) {
                throw new Refused(WebRefusal.UNSUPPORTED_MEDIA_TYPE);
            }
            if (!isUtf8(request.body())) {
                throw new Refused(WebRefusal.MALFORMED_JSON);
            }
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType)
                            .equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** To the letter (RFC 3629 §3): neither overlong nor half a character. */
    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
