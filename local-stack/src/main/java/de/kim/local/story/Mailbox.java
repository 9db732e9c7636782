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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mails and SMS that people got, and the pages behind the links in them. */
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/m/[\\w.~-]+");
    private static final int SEE_OTHER = 303;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int PAUSES = 120;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> lists;
    private final Map<String, LocalDate> birthDates;
    private final Set<String> opened = new TreeSet<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /**
     * @param url the pages of the local mail server
     * @param birthDates of the people, by their e-mail address or mobile number
     */
    public Mailbox(String url, Map<String, LocalDate> birthDates) {
        var base = url.replaceFirst("/$", "");
        this.lists = List.of(URI.create(base + "/mails"), URI.create(base + "/sms"));
        this.birthDates = Map.copyOf(birthDates);
    }

    /**
     * The birth dates of the people in a sample, by where they are told; whoever has an unknown day
     * in their papers may enter any.
     */
    public static Map<String, LocalDate> birthDates(List<JsonNode> people) {
        var dates = new HashMap<String, LocalDate>();
        for (var person : people) {
            var address = address(person);
            if (!address.isEmpty()) {
                dates.put(
                        address,
                        LocalDate.parse(
                                person.path("birthDate").asString("").replace("-00", "-01")));
            }
        }
        return dates;
    }

    /** Where a person of the sample is told: by e-mail, else by SMS; empty when by neither. */
    static String address(JsonNode person) {
        var email = person.path("email").asString("");
        return email.isEmpty() ? person.path("phone").asString("") : email;
    }

    /**
     * Opens, as the people would, every link that was not opened yet, and enters their birth date;
     * returns how many pages that opened.
     */
    public int openNewLinks() {
        var pages = newPages(birthDates.keySet());
        var cookies = new ConcurrentHashMap<Opening, String>();
        FewAtOnce.each(pages, page -> cookies.put(page, cookie(open(page))));
        // the latest message comes first in the list, and is the one to answer
        for (var page : pages.reversed()) {
            sessions.put(page.to(), new Session(page, cookies.getOrDefault(page, "")));
        }
        return pages.size();
    }

    /**
     * Answers on the page that this person opened last; false when they opened none.
     *
     * @param form what the page sends, such as {@code step=accept}
     */
    boolean answer(String address, String form) {
        var session = sessions.get(address);
        if (session == null) {
            return false;
        }
        post(session.page(), form, session.cookie());
        return true;
    }

    private record Session(Opening page, String cookie) {}

    private static String cookie(HttpResponse<?> entered) {
        return entered.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
    }

    /** As {@link #openNewLinks} for one person, who takes the place on the page. */
    public int acceptOnNewPages(String email) {
        var pages = newPages(Set.of(email));
        for (var page : pages) {
            post(page, "step=accept", cookie(open(page)));
        }
        return pages.size();
    }

    private record Opening(String to, URI link, LocalDate birthDate) {}

    private List<Opening> newPages(Set<String> addresses) {
        var pages = new ArrayList<Opening>();
        for (var list : lists) {
            var messages = send(HttpRequest.newBuilder(list)).body();
            for (var message : JsonMapper.shared().readTree(messages)) {
                var link = LINK.matcher(message.path("text").asString(""));
                // a mail can have several recipients, an SMS has one
                var to = message.path("to").path(0).asString(message.path("to").asString(""));
                var birthDate = birthDates.get(to);
                if (birthDate != null
                        && addresses.contains(to)
                        && link.find()
                        && opened.add(link.group())) {
                    pages.add(new Opening(to, URI.create(link.group()), birthDate));
                }
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
        var request =
                HttpRequest.newBuilder(page.link())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.ofString(form));
        var answer = send(request);
        // everybody here comes from one address, which has its share
        for (var pause = 0; answer.statusCode() == TOO_MANY_REQUESTS && pause < PAUSES; pause++) {
            LockSupport.parkNanos(PAUSE);
            answer = send(request);
        }
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
