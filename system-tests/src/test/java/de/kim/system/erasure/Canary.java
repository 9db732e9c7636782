package de.kim.system.erasure;

import java.util.List;
import java.util.Map;

/** An invented person whose every trace can be told from all others, and the traces. */
final class Canary {
    static final String EMAIL = "zitronengelb@kanarienvogel.example";
    static final String SURNAME = "Kanarienvögelchen";

    /** What stands in a record that no listener can read. */
    static final String UNREADABLE = "Federkleid-ohne-Klammer";

    static final Map<String, Object> REFERRAL =
            Map.of(
                    "surname", SURNAME,
                    "firstName", "Zitronengelberich",
                    "birthDate", "1987-03-14",
                    "fileNumber", "AZ-4711-0815-KV",
                    "email", EMAIL,
                    "phone", "+49 541 47110815",
                    "note", "singt besonders am frühen Morgen",
                    "registration", Map.of("birthPlace", "Käfigstangenhausen"),
                    "background", Map.of("furtherLanguages", List.of("zwi"), "schoolYears", 7));

    /** Texts that follow from these, in the forms in which programs write them. */
    static final List<String> TRACES =
            List.of(
                    SURNAME,
                    "Kanarienvoegelchen",
                    "Zitronengelberich",
                    "AZ-4711-0815-KV",
                    "47110815",
                    "singt besonders",
                    "Käfigstangenhausen",
                    "1987-03-14",
                    "14.03.1987",
                    "14.3.1987",
                    "03/14/1987",
                    "19870314",
                    EMAIL);

    private Canary() {}
}
