package de.kim.local.story;

import de.kim.local.FewAtOnce;
import de.kim.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The mails that people got, and the links in them. */
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/m/[\\w.~-]+");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI mails;
    private final Set<String> opened = new HashSet<>();

    /**
     * @param url the pages of the local mail server
     */
    public Mailbox(String url) {
        this.mails = URI.create(url.replaceFirst("/$", "") + "/mails");
    }

    /** Opens, as the people would, every link that was not opened yet; returns how many. */
    public int openNewLinks() {
        var links = new ArrayList<URI>();
        for (var mail : JsonMapper.shared().readTree(get(mails))) {
            var link = LINK.matcher(mail.path("text").asString(""));
            if (link.find() && opened.add(link.group())) {
                links.add(URI.create(link.group()));
            }
        }
        FewAtOnce.each(links, this::get);
        return links.size();
    }

    private String get(URI uri) {
        try {
            var request = HttpRequest.newBuilder(uri).GET().build();
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
        } catch (IOException e) {
            throw new Trouble(
                    uri.getAuthority() + " does not answer.", "Bring it back with ./kim up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(
                    "Interrupted while reading mails.", "Start again: nothing is lost.", e);
        }
    }
}
