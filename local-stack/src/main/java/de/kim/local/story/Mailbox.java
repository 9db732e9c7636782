package de.kim.local.story;

import de.kim.local.FewAtOnce;
import de.kim.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mails that people got, and the pages behind the links in them. */
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/m/[\\w.~-]+");
    private static final int SEE_OTHER = 303;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI mails;
    private final Map<String, LocalDate> birthDates;
    private final Set<String> opened = new TreeSet<>();

    /**
     * @param url the pages of the local mail server
     * @param birthDates of the people, by their e-mail address
     */
    public Mailbox(String url, Map<String, LocalDate> birthDates) {
        this.mails = URI.create(url.replaceFirst("/$", "") + "/mails");
        this.birthDates = Map.copyOf(birthDates);
    }

    /**
     * The birth dates of the people in a sample, by their e-mail address; whoever has an unknown
     * day in their papers may enter any.
     */
    public static Map<String, LocalDate> birthDates(List<JsonNode> people) {
        var dates = new HashMap<String, LocalDate>();
        for (var person : people) {
            var email = person.path("email").asString("");
            if (!email.isEmpty()) {
                dates.put(
                        email,
                        LocalDate.parse(
                                person.path("birthDate").asString("").replace("-00", "-01")));
            }
        }
        return dates;
    }

    /**
     * Opens, as the people would, every link that was not opened yet, and enters their birth date;
     * returns how many pages that opened.
     */
    public int openNewLinks() {
        var pages = newPages(birthDates.keySet());
        FewAtOnce.each(pages, this::open);
        return pages.size();
    }

    /** As {@link #openNewLinks} for one person, who takes the place on the page. */
    public int acceptOnNewPages(String email) {
        var pages = newPages(Set.of(email));
        for (var page : pages) {
            var session = open(page).headers().firstValue("Set-Cookie").orElse("");
            post(page, "step=accept", session.replaceFirst(";.*", ""));
        }
        return pages.size();
    }

    private record Opening(URI link, LocalDate birthDate) {}

    private List<Opening> newPages(Set<String> emails) {
        var pages = new ArrayList<Opening>();
        for (var mail : JsonMapper.shared().readTree(send(HttpRequest.newBuilder(mails)).body())) {
            var link = LINK.matcher(mail.path("text").asString(""));
            var to = mail.path("to").path(0).asString("");
            var birthDate = birthDates.get(to);
            if (birthDate != null
                    && emails.contains(to)
                    && link.find()
                    && opened.add(link.group())) {
                pages.add(new Opening(URI.create(link.group()), birthDate));
            }
        }
        return pages;
    }

    private HttpResponse<String> open(Opening page) {
        var born = page.birthDate();
        var form =
                "step=birth-date&day=%d&month=%d&year=%d"
                        .formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear());
        return post(page, form, "");
    }

    private HttpResponse<String> post(Opening page, String form, String cookie) {
        var answer =
                send(
                        HttpRequest.newBuilder(page.link())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", cookie)
                                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != SEE_OTHER) {
            throw new Trouble(
                    "A person's page answered " + answer.statusCode() + ".",
                    "See ./kim status and the log of notification-service.");
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var ready = request.build();
        try {
            return http.send(ready, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Trouble(
                    ready.uri().getAuthority() + " does not answer.",
                    "Bring it back with ./kim up.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(
                    "Interrupted while reading mails.", "Start again: nothing is lost.", e);
        }
    }
}
