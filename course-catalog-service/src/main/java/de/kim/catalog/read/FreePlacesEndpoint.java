package de.kim.catalog.read;

import de.kim.catalog.write.CatalogRefusal;
import de.kim.kit.access.Public;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.kit.web.WebRefusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Free places are public (§ 20(5) IntV): nobody has to sign in, and nothing in them is about a
 * person. JSON comes in pages; what spreadsheets, calendars and catalogues read comes whole, up to
 * a limit. Which of them is said by the header {@code Accept} or by the end of the address.
 */
@RestController
class FreePlacesEndpoint {
    private static final String LAW =
            "§ 20(5) IntV: providers publish their free places, and nothing in them is about a person";

    /** For all forms at one address: one operation. */
    private static final String NAME = "freePlaces";

    private static final String LIST = "free-places";
    private static final Set<String> PAGING = Set.of("cursor", "limit");

    /** More than this is refused: a feed that was cut would look complete. */
    private static final int MOST_IN_A_FEED = 1000;

    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final FreePlaces places;
    private final Clock clock;

    FreePlacesEndpoint(FreePlaces places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** The forms in which everything comes at once. */
    enum Feed {
        CSV("text/csv"),
        ICS("text/calendar"),
        XML("application/xml");

        private final MediaType type;

        Feed(String type) {
            this.type = new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8);
        }
    }

    @Operation(operationId = NAME)
    @Public(LAW)
    @GetMapping(path = "/api/free-places", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page<FreePlace>> page(
            @ParameterObject @Valid FreePlacesQuery asked, PageQuery query, WebRequest request) {
        Set<String> filters = new TreeSet<>(request.getParameterMap().keySet());
        filters.removeAll(PAGING);
        FreePlacesQuery.mustBeFilters(filters);
        FreePlaces.After after =
                query.after(LIST, 2)
                        .map(FreePlacesEndpoint::after)
                        .orElse(FreePlaces.After.NOTHING);
        Page<FreePlace> page =
                Page.of(
                        places.after(asked, after, query.rows()),
                        query,
                        last ->
                                Cursor.after(
                                        LIST, last.next().begins().toEpochDay(), last.number()));
        return cached(page.toString()).body(page);
    }

    @Operation(operationId = NAME)
    @Public(LAW)
    @GetMapping(path = "/api/free-places", produces = "text/csv")
    ResponseEntity<String> csv(@ParameterObject @Valid FreePlacesQuery asked, WebRequest request) {
        return feed(Feed.CSV, asked, request);
    }

    @Operation(operationId = NAME)
    @Public(LAW)
    @GetMapping(path = "/api/free-places", produces = "text/calendar")
    ResponseEntity<String> calendar(
            @ParameterObject @Valid FreePlacesQuery asked, WebRequest request) {
        return feed(Feed.ICS, asked, request);
    }

    /** In the shape of open-Qcat. */
    @Operation(operationId = NAME)
    @Public(LAW)
    @GetMapping(path = "/api/free-places", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> xml(@ParameterObject @Valid FreePlacesQuery asked, WebRequest request) {
        return feed(Feed.XML, asked, request);
    }

    /** For what cannot send a header: the address ends in csv, ics or xml. */
    @Public(LAW)
    @GetMapping("/api/free-places.{form}")
    ResponseEntity<String> named(
            @PathVariable("form") String form,
            @ParameterObject @Valid FreePlacesQuery asked,
            WebRequest request) {
        for (Feed feed : Feed.values()) {
            if (feed.name().toLowerCase(Locale.ROOT).equals(form)) {
                return feed(feed, asked, request);
            }
        }
        throw new Refused(WebRefusal.NOT_FOUND);
    }

    private ResponseEntity<String> feed(Feed form, FreePlacesQuery asked, WebRequest request) {
        FreePlacesQuery.mustBeFilters(request.getParameterMap().keySet());
        List<FreePlace> all = places.after(asked, FreePlaces.After.NOTHING, MOST_IN_A_FEED + 1);
        if (all.size() > MOST_IN_A_FEED) {
            throw new Refused(CatalogRefusal.FEED_TOO_LARGE);
        }
        String text =
                switch (form) {
                    case CSV -> FreePlacesCsv.of(all);
                    case ICS -> FreePlacesCalendar.of(all);
                    case XML -> FreePlacesXml.of(all, LocalDate.now(clock), clock.getZone());
                };
        return cached(text).contentType(form.type).body(text);
    }

    private static FreePlaces.After after(Cursor cursor) {
        return new FreePlaces.After(cursor.day(0), cursor.number(1));
    }

    /** The same for as long as nothing in it changes, whatever asked. */
    private static ResponseEntity.BodyBuilder cached(String content) {
        return ResponseEntity.ok()
                .cacheControl(A_MINUTE)
                .eTag("\"" + sha256(content) + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static String sha256(String content) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
