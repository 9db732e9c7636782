package de.kim.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * docker-compose.yml, the scripts for containers and docs/operations.md say the same as the tables
 * in code.
 */
class ComposeTest {
    private static final Path ROOT = Installation.found().root();

    @Test
    void every_service_has_in_a_container_the_settings_it_has_here() throws IOException {
        for (var service : Services.ALL) {
            var wanted =
                    Arrays.stream(ServiceEnvironment.values())
                            .filter(s -> s.concerns(service))
                            .map(Enum::name)
                            .toList();

            assertThat(map(container(service.name()), "environment").keySet())
                    .as(service.name())
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void every_service_is_built_from_its_module_and_uses_its_own_database() throws IOException {
        for (var service : Services.ALL) {
            var container = container(service.name());
            var environment = map(container, "environment");

            assertThat(map(map(container, "build"), "args"))
                    .containsEntry("MODULE", service.name());
            assertThat(environment)
                    .containsEntry(
                            "KIM_DB_URL", "jdbc:postgresql://postgres:5432/" + service.database())
                    .containsEntry("KIM_DB_USER", service.database() + "_service")
                    .containsEntry("KIM_DB_OWNER_USER", service.database() + "_owner");
            assertThat(ROOT.resolve(service.name())).isDirectory();
        }
    }

    @Test
    void the_databases_and_topics_made_for_containers_are_those_made_here() throws IOException {
        var databases = Services.ALL.stream().map(Service::database).toList();
        var topics = Files.readString(ROOT.resolve("local-stack/src/main/containers/topics.sh"));

        assertThat(container("databases").get("command"))
                .isInstanceOfSatisfying(
                        List.class,
                        command ->
                                assertThat(command.subList(2, command.size()))
                                        .isEqualTo(databases));
        assertThat(de.kim.local.kafka.TopicNames.all()).allMatch(topics::contains).hasSize(6);
    }

    @Test
    void the_handbook_names_every_setting_database_and_topic() throws IOException {
        var handbook = Files.readString(ROOT.resolve("docs/operations.md"));

        assertThat(ServiceEnvironment.values())
                .allMatch(s -> handbook.contains("`" + s.name() + "`"));
        assertThat(Services.ALL)
                .allMatch(
                        s -> handbook.contains("| %s | `%s` |".formatted(s.name(), s.database())));
        assertThat(de.kim.local.kafka.TopicNames.all())
                .allMatch(t -> handbook.contains("`" + t + "`"));
    }

    private static Map<String, Object> container(String name) throws IOException {
        try (var in = Files.newInputStream(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> file = new Yaml().load(in);
            return map(map(file, "services"), name);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return (Map<String, Object>) Objects.requireNonNull(from.get(key), key);
    }
}
