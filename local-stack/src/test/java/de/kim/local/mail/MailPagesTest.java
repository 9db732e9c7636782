package de.kim.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real mail server, in this process. */
class MailPagesTest {
    @TempDir Path folder;

    private int smtp;
    private int http;

    @BeforeEach
    void start() throws IOException {
        smtp = free();
        http = free();
        MailServer.main(new String[] {folder.toString(), "" + smtp, "" + http});
    }

    @Test
    void a_mail_is_shown_to_the_one_it_went_to_in_every_script() throws Exception {
        Letters.send("127.0.0.1:" + smtp, "Ein Platz für Sie");

        assertThat(get("/mails?to=person@example.org").body())
                .contains("\"subject\" : \"Ein Platz für Sie\"")
                .contains("\"to\" : [ \"Person@example.org\" ]")
                .contains("مكان متاح");
        assertThat(get("/mails?to=someone@else.org").body()).isEqualTo("[ ]");
    }

    @Test
    void a_mail_can_be_read_as_it_came_in_and_lies_in_a_file_of_its_own() throws Exception {
        Letters.send("127.0.0.1:" + smtp, "one");

        try (var files = Files.list(folder)) {
            var file = files.toList().getFirst();
            var id = file.getFileName().toString().replace(".eml", "");
            assertThat(get("/mails/" + id).body())
                    .isEqualTo(Files.readString(file))
                    .contains("Subject: one");
        }
    }

    @Test
    void what_a_mail_says_never_becomes_part_of_the_page() throws Exception {
        Letters.send("127.0.0.1:" + smtp, "<script>alert(1)</script>");

        assertThat(get("/").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void nothing_but_mails_is_served() throws Exception {
        assertThat(get("/mails/..%2F..%2Fsecrets%2Fpostgres").statusCode()).isEqualTo(404);
        assertThat(get("/mails/1").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return ((InetSocketAddress) socket.getLocalSocketAddress()).getPort();
        }
    }
}
