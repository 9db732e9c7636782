package de.kim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.local.kafka.KafkaRecords;
import de.kim.local.mail.Letters;
import de.kim.local.postgres.Databases;
import de.kim.local.service.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real processes in a home of their own; every test finds all of them running and may do to
 * them what it likes.
 */
class StackTest {
    private static final Service LIBRARY = new Service("library-service", "library");
    private static final Service ARCHIVE = new Service("archive-service", "archive");

    @TempDir static Path folder;

    private static StandInRepository repository;
    private static KimHome home;
    private Stack stack;

    @BeforeAll
    static void build() throws IOException {
        KimHome.directory(folder, "rwx--x--x");
        repository = StandInRepository.in(folder.resolve("repository"));
        repository.build(LIBRARY.name());
        repository.build(ARCHIVE.name());
        repository.build("local-issuer");
        home = new KimHome(folder.resolve("home"));
    }

    @BeforeEach
    void up() {
        // a new instance each time: what runs is found again from the home alone
        stack = stack(Map.of());
        assertThat(stack.up(Progress.SILENT).allHealthy()).isTrue();
    }

    @AfterAll
    static void down() {
        stack(Map.of()).down(Progress.SILENT);
    }

    private static Stack stack(Map<String, String> environment) {
        return new Stack(home, repository.installation(), List.of(LIBRARY, ARCHIVE), environment);
    }

    @Test
    void up_a_second_time_changes_no_process() {
        var before = stack.status();

        assertThat(stack(Map.of()).up(Progress.SILENT)).isEqualTo(before);
    }

    @Test
    void what_was_killed_comes_back_with_its_data_and_the_rest_is_left_alone() throws Exception {
        try (var library = open(Databases.owner("library"))) {
            library.createStatement().execute("CREATE TABLE IF NOT EXISTS kept (x int)");
            library.createStatement().execute("INSERT INTO kept VALUES (42)");
        }
        KafkaRecords.at(stack.bootstrap()).send("kim.courses", "kept");
        Letters.send(stack.status().mail().smtp(), "kept");
        var before = stack.status();

        List.of("postgres", "kafka", "mail").forEach(stack::kill);
        assertThat(stack.status().postgres().healthy()).isFalse();
        var after = stack.up(Progress.SILENT);

        assertThat(after.allHealthy()).isTrue();
        assertThat(after.services()).isEqualTo(before.services());
        assertThat(after.postgres().pid()).isNotEqualTo(before.postgres().pid());
        assertThat(after.ports()).isEqualTo(before.ports());
        try (var library = open(Databases.owner("library"))) {
            assertThat(one(library, "SELECT x FROM kept")).isEqualTo("42");
        }
        assertThat(KafkaRecords.at(stack.bootstrap()).all("kim.courses")).contains("kept");
        assertThat(get(after.mail().url() + "/mails")).contains("\"subject\" : \"kept\"");
    }

    @Test
    void postgres_is_durable_and_listens_to_this_machine_only() throws SQLException {
        try (var library = open(Databases.user("library"))) {
            assertThat(one(library, "SHOW fsync")).isEqualTo("on");
            assertThat(one(library, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(one(library, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(one(library, "SHOW data_checksums")).isEqualTo("on");
            assertThat(one(library, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(library, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void a_service_role_has_what_the_owner_grants_and_no_more() throws SQLException {
        try (var owner = open(Databases.owner("library"))) {
            owner.createStatement().execute("CREATE TABLE IF NOT EXISTS events (x int)");
            owner.createStatement().execute("GRANT SELECT, INSERT ON events TO library_service");
        }
        try (var service = open(Databases.user("library"))) {
            service.createStatement().execute("INSERT INTO events VALUES (1)");
            assertThatThrownBy(() -> service.createStatement().execute("UPDATE events SET x = 2"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> service.createStatement().execute("DELETE FROM events"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> service.createStatement().execute("CREATE TABLE mine (x int)"))
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> open("archive", Databases.user("library")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        stack.databases().url("library"),
                                        Databases.user("library"),
                                        "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_topics_are_there_and_none_is_made_by_accident() {
        var kafka = KafkaRecords.at(stack.bootstrap());

        assertThat(kafka.partitions())
                .containsOnlyKeys(
                        "kim.referrals",
                        "kim.profiles",
                        "kim.courses",
                        "kim.allocations",
                        "kim.notifications",
                        "kim.rulebook")
                .allSatisfy((topic, partitions) -> assertThat(partitions).isEqualTo(6));
        assertThat(kafka.setting("kim.profiles", "cleanup.policy")).isEqualTo("compact");
        assertThat(kafka.setting("kim.referrals", "retention.ms")).isEqualTo("-1");
        assertThatThrownBy(() -> kafka.send("kim.misspelt", "x"))
                .hasMessageContaining("kim.misspelt");
    }

    @Test
    void a_service_is_told_its_settings_and_only_its_own_database() throws Exception {
        var settings = get(stack.status().service(LIBRARY.name()).orElseThrow().url());

        assertThat(settings)
                .contains("KIM_DB_URL=" + stack.databases().url("library"))
                .contains("KIM_DB_USER=library_service")
                .contains("KIM_KAFKA_BOOTSTRAP=" + stack.bootstrap())
                .doesNotContain("KIM_SMTP_HOST")
                .doesNotContain(stack.databases().password(Databases.user("archive")));
    }

    @Test
    void a_service_built_anew_is_started_anew_and_its_neighbour_is_not() throws Exception {
        var before = stack.status();
        repository.build(LIBRARY.name(), "another-file");

        var after = stack.up(Progress.SILENT);

        assertThat(after.service(LIBRARY.name())).isNotEqualTo(before.service(LIBRARY.name()));
        assertThat(after.service(ARCHIVE.name())).isEqualTo(before.service(ARCHIVE.name()));
    }

    @Test
    void a_service_that_dies_at_its_start_is_told_with_the_end_of_its_log() throws Exception {
        repository.build(ARCHIVE.name(), "broken");

        assertThatThrownBy(() -> stack.up(Progress.SILENT))
                .isInstanceOfSatisfying(
                        Trouble.class,
                        trouble ->
                                assertThat(trouble.text())
                                        .contains("archive-service died while starting.")
                                        .contains("the table of contents is missing"));

        repository.build(ARCHIVE.name());
    }

    @Test
    void a_port_that_someone_else_took_meanwhile_is_chosen_again() throws IOException {
        int taken = stack.status().ports().getOrDefault("mail-http", 0);
        stack.kill("mail");
        try (var someone = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            var after = stack.up(Progress.SILENT);

            assertThat(after.mail().healthy()).isTrue();
            assertThat(after.ports().get("mail-http")).isNotEqualTo(someone.getLocalPort());
        }
    }

    @Test
    void the_programs_of_postgres_are_whole_before_any_process_is_started() throws IOException {
        var fresh = new KimHome(folder.resolve("fresh"));
        var two = new Stack(fresh, repository.installation(), List.of(), Map.of());
        var wholeAtStart = new ConcurrentHashMap<String, Boolean>();
        try {
            two.up(
                    (who, what) -> wholeAtStart.putIfAbsent(who, isInstalled(fresh)),
                    Set.of("mail", "postgres"));
        } finally {
            two.down(Progress.SILENT);
        }

        assertThat(wholeAtStart).isEqualTo(Map.of("mail", true, "postgres", true));
    }

    // looks at the folders of programs alone: the data beside them comes and goes meanwhile
    private static boolean isInstalled(KimHome home) {
        try (var folders = Files.list(home.resolve("postgres"))) {
            return folders.filter(folder -> !folder.toString().endsWith(".partial"))
                    .anyMatch(folder -> Files.exists(folder.resolve("bin/initdb")));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_postgres_whose_pid_file_was_lost_is_found_and_not_doubled() throws Exception {
        var before = Objects.requireNonNull(stack.status().postgres().pid());
        Files.delete(home.pidFile("postgres"));

        assertThat(stack.status().postgres().pid()).isEqualTo(before);
        assertThat(stack.up(Progress.SILENT).allHealthy()).isTrue();
        assertThat(ProcessHandle.of(before)).isEmpty();
    }

    @Test
    void servers_that_someone_else_runs_are_used_in_the_place_of_own_ones() throws Exception {
        var url =
                "%s/postgres?user=postgres&password=%s"
                        .formatted(stack.databases().server(), new Secrets(home).of("postgres"));
        var elsewhere =
                new Stack(
                        new KimHome(folder.resolve("elsewhere")),
                        repository.installation(),
                        List.of(LIBRARY),
                        Map.of(
                                "KIM_EXTERNAL_POSTGRES",
                                url,
                                "KIM_EXTERNAL_KAFKA",
                                stack.bootstrap()));
        try {
            var status =
                    elsewhere.up(
                            Progress.SILENT,
                            Set.of("postgres", "kafka", "mail", "issuer", LIBRARY.name()));

            assertThat(status.allHealthy()).isTrue();
            assertThat(status.postgres().pid()).isNull();
            assertThat(status.kafka().bootstrap()).isEqualTo(stack.bootstrap());
            assertThat(get(status.service(LIBRARY.name()).orElseThrow().url()))
                    .contains("KIM_DB_URL=" + stack.databases().url("library"));
        } finally {
            elsewhere.down(Progress.SILENT);
            // both homes set the password of the same roles
            stack.databases().create(List.of("library", "archive"));
        }
        assertThat(stack.status().allHealthy()).isTrue();
    }

    @Test
    void a_training_leaves_caches_for_the_next_start_and_what_runs_alone() throws Exception {
        var before = stack.status();

        var worked = new ArrayList<Status>();
        new Training(repository.installation(), List.of(LIBRARY, ARCHIVE))
                .run(Progress.SILENT, worked::add);

        assertThat(worked).singleElement().matches(Status::allHealthy);
        assertThat(stack.caches())
                .hasSize(5)
                .allSatisfy(cache -> assertThat(cache.file()).isNotEmptyFile());
        assertThat(repository.installation().start().resolve("training")).doesNotExist();
        assertThat(stack.up(Progress.SILENT)).isEqualTo(before);

        for (var name : List.of("kafka", "mail", LIBRARY.name())) {
            stack.kill(name);
        }
        stack.up(Progress.SILENT);
        for (var name : List.of("kafka", "mail", LIBRARY.name())) {
            assertThat(commandLine(name)).contains("-XX:AOTCache=");
        }
    }

    private static String commandLine(String name) throws IOException {
        var pid = Long.parseLong(Files.readAllLines(home.pidFile(name)).getFirst());
        return ProcessHandle.of(pid).orElseThrow().info().commandLine().orElseThrow();
    }

    private Connection open(String role) throws SQLException {
        return open("library", role);
    }

    private Connection open(String database, String role) throws SQLException {
        var databases = stack.databases();
        return DriverManager.getConnection(databases.url(database), role, databases.password(role));
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String get(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
