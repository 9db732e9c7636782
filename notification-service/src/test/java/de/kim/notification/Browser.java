package de.kim.notification;

import de.kim.kit.web.FrontDoor;
import java.net.http.HttpRequest.BodyPublishers;

/** What a person's browser does with a link: keeps the cookie, sends forms, follows redirects. */
final class Browser {
    private final FrontDoor door;
    private final String path;
    private String cookie = "";

    /**
     * @param link path and query
     */
    Browser(int port, String link) {
        this.door = FrontDoor.stranger(port);
        this.path = link.replaceAll("\\?.*", "");
    }

    String cookie() {
        return cookie;
    }

    FrontDoor.Reply open() {
        return get("?lang=de");
    }

    /**
     * @param more after the path of the page
     */
    FrontDoor.Reply get(String more) {
        return door.send(door.request(path + more).header("Cookie", cookie).GET().build());
    }

    /** What comes first: a page, or where to go on. */
    FrontDoor.Reply send(String form) {
        FrontDoor.Reply reply =
                door.send(
                        door.request(path)
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build());
        if (!reply.header("Set-Cookie").isEmpty()) {
            cookie = reply.header("Set-Cookie").replaceAll(";.*", "");
        }
        return reply;
    }
}
