package de.kim.notification.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * The short texts that people read, one file per language under {@code texts/}. A missing file or
 * text stops the service when it starts.
 */
public final class Texts {
    private static final Map<Language, Texts> ALL = all();

    private final String subject;
    private final String mail;
    private final String pageTitle;
    private final String pageText;
    private final String goneTitle;
    private final String goneText;

    private Texts(Language language) {
        Properties file = file(language);
        subject = text(file, language, "mail.subject");
        mail = text(file, language, "mail.text");
        pageTitle = text(file, language, "page.title");
        pageText = text(file, language, "page.text");
        goneTitle = text(file, language, "gone.title");
        goneText = text(file, language, "gone.text");
        if (!mail.contains("{link}")) {
            throw new IllegalStateException("texts/" + language.code() + ": mail without a link");
        }
    }

    public static Texts in(Language language) {
        Texts texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return texts;
    }

    public String subject() {
        return subject;
    }

    /** The mail's text: that there is news, and where; nothing about the person. */
    public String mail(String link) {
        return mail.replace("{link}", link);
    }

    public String pageTitle() {
        return pageTitle;
    }

    public String pageText() {
        return pageText;
    }

    public String goneTitle() {
        return goneTitle;
    }

    public String goneText() {
        return goneText;
    }

    private static Map<Language, Texts> all() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Texts(language));
        }
        return all;
    }

    private static Properties file(Language language) {
        String name = "/texts/" + language.code() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties file = new Properties();
                file.load(reader);
                return file;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Properties file, Language language, String key) {
        String text = file.getProperty(key);
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("texts/" + language.code() + " has no " + key);
        }
        return text;
    }
}
