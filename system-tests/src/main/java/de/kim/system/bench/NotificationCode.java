package de.kim.system.bench;

import de.kim.events.CourseType;
import de.kim.events.WeeklyTime;
import de.kim.local.Installation;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What notification-service writes, set in this JVM by its plain classes, as Maven compiled them:
 * mails and letters in its ten languages in turn, each with another link.
 */
final class NotificationCode implements AutoCloseable {
    private static final String READ = "de.kim.notification.read.";

    private final URLClassLoader loader;
    private final Object[] languages;
    private final Constructor<?> mail;
    private final Constructor<?> letter;
    private final Method pdf;
    private final Object recipient;
    private final Object offer;

    NotificationCode() throws IOException, ReflectiveOperationException {
        var classes = Installation.found().root().resolve("notification-service/target/classes");
        loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        languages = type("Language").getEnumConstants();
        mail = record("MailText");
        letter = record("LetterText");
        pdf = type("LetterPdf").getMethod("of", type("LetterText"));
        recipient =
                record("Recipient")
                        .newInstance(
                                "Beispiel Muster", "Musterweg 3", "49124", "Georgsmarienhütte");
        offer = offer();
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(READ + name, true, loader);
    }

    private Constructor<?> record(String name) throws ClassNotFoundException {
        return type(name).getDeclaredConstructors()[0];
    }

    private Object offer() throws ReflectiveOperationException {
        var lessons =
                List.of(
                        lesson(DayOfWeek.TUESDAY),
                        lesson(DayOfWeek.WEDNESDAY),
                        lesson(DayOfWeek.THURSDAY));
        var course =
                record("OfferSheet$Course")
                        .newInstance(
                                CourseType.GENERAL,
                                "Sprachschule Beispiel",
                                lessons,
                                "Georgsmarienhütte",
                                true,
                                true,
                                false,
                                false);
        var open =
                Arrays.stream(type("OfferSheet$State").getEnumConstants())
                        .filter(state -> state.toString().equals("OPEN"))
                        .findFirst()
                        .orElseThrow();
        return record("OfferSheet")
                .newInstance(
                        UUID.randomUUID(), open, null, 1, LocalDate.of(2026, 12, 1), null, course);
    }

    private static WeeklyTime lesson(DayOfWeek day) {
        return new WeeklyTime(day, LocalTime.of(8, 30), LocalTime.of(12, 45));
    }

    /** Length of one mail, plain and HTML, so that nothing is optimized away. */
    int mail(int turn) throws ReflectiveOperationException {
        var text = mail.newInstance(language(turn), link());
        return said(text, "subject") + said(text, "plain") + said(text, "html");
    }

    private static int said(Object text, String method) throws ReflectiveOperationException {
        return String.valueOf(text.getClass().getMethod(method).invoke(text)).length();
    }

    /** Length of one letter as PDF. */
    int letter(int turn) throws ReflectiveOperationException {
        var text =
                letter.newInstance(
                        language(turn),
                        recipient,
                        "KIM (Beispiel) · Musterstraße 1 · 49074 Osnabrück",
                        "0541 000000",
                        "7d3f0c2a",
                        LocalDate.of(2026, 11, 23),
                        link(),
                        offer);
        return ((byte[]) pdf.invoke(null, text)).length;
    }

    private Object language(int turn) {
        return languages[turn % languages.length];
    }

    private static String link() {
        return "https://kim.example/m/" + UUID.randomUUID().toString().substring(0, 22);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
