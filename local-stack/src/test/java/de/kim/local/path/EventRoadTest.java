package de.kim.local.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.local.Installation;
import de.kim.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventRoadTest {
    @TempDir Path root;

    @Test
    void the_road_leads_from_the_definition_over_both_doors_to_policies_views_and_tests()
            throws IOException {
        write(
                "shared-events/src/main/java/BookLent.java",
                "@WireName(\"kim.books.book-lent.v1\")",
                "record BookLent() {}");
        write("lending/src/main/java/Outbox.java", "", "case Lent l -> new BookLent();");
        write("shelf/src/main/java/Inbox.java", "import BookLent;", "case BookLent e -> tidy(e);");
        write(
                "shelf/src/main/java/react/WhenBookLentThenTidy.java",
                "class X {",
                "Tidy react(BookLent e) {",
                "f(BookLent e)");
        write(
                "shelf/src/main/java/read/EmptyPlaces.java",
                "// BookLent frees a place",
                "void project(BookLent e) {");
        write("shelf/src/main/java/write/Shelf.java", "void other(BookLent e) {");
        write(
                "shelf/src/test/java/ShelfTest.java",
                "given(new BookLent())",
                "given(new BookLentOut())");

        assertThat(EventRoad.of("BookLent", root).stops())
                .extracting(Stop::text)
                .containsExactly(
                        "shared-events/src/main/java/BookLent.java:1  is defined: @WireName(\"kim.books.book-lent.v1\")",
                        "shared-events/src/main/java/BookLent.java:2  is defined: record BookLent() {}",
                        "lending/src/main/java/Outbox.java:2  is said: case Lent l -> new BookLent();",
                        "shelf/src/main/java/Inbox.java:2  is heard: case BookLent e -> tidy(e);",
                        "shelf/src/main/java/react/WhenBookLentThenTidy.java:2  is answered by a policy: Tidy react(BookLent e) {",
                        "shelf/src/main/java/read/EmptyPlaces.java:2  is shown: void project(BookLent e) {",
                        "shelf/src/test/java/ShelfTest.java:1  is tested: given(new BookLent())");
    }

    @Test
    void an_event_that_does_not_exist_is_answered_with_those_that_do() throws IOException {
        write(
                "shared-events/src/main/java/BookLent.java",
                "package books;",
                "@WireName(\"kim.books.book-lent.v1\")",
                "public record BookLent() {}");

        assertThatThrownBy(() -> EventRoad.of("BookLost", root))
                .isInstanceOfSatisfying(
                        Trouble.class,
                        t ->
                                assertThat(t.text())
                                        .isEqualTo(
                                                "No public event is called BookLost.\nThese are: BookLent"));
    }

    @Test
    void the_road_of_an_offer_begins_in_the_published_language() throws IOException {
        var stops = EventRoad.of("PlaceOffered", Installation.found().root()).stops();

        assertThat(stops.getFirst().file())
                .isEqualTo("shared-events/src/main/java/de/kim/events/PlaceOffered.java");
    }

    private void write(String file, String... lines) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, java.util.List.of(lines));
    }
}
