package de.kim.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.events.approved.Approved;
import de.kim.local.Json;
import de.kim.local.KimHome;
import de.kim.local.Secrets;
import de.kim.local.Trouble;
import de.kim.local.story.Sample;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The local issuer and Keycloak know the same people, in the same roles, for the same bodies. */
class RealmTest {
    private static final Path KEYCLOAK = Path.of("src/main/containers/kim-realm.json");

    @TempDir Path folder;

    @Test
    void keycloaks_realm_is_the_approved_one() {
        Approved.check(KEYCLOAK, Json.text(KeycloakRealm.of(Accounts.ALL)));
    }

    @Test
    void both_realms_hold_the_same_users_and_programs() {
        var keycloak = JsonMapper.shared().valueToTree(KeycloakRealm.of(Accounts.ALL));
        var local = JsonMapper.shared().valueToTree(realm());

        assertThat(people(keycloak.path("users"), "username"))
                .containsAllEntriesOf(people(local.path("users"), "name"));
        assertThat(names(keycloak.path("clients"), "clientId"))
                .isEqualTo(names(local.path("clients"), "id"));
        assertThat(keycloak.toString()).doesNotContain(realm().users().getFirst().password());
    }

    @Test
    void every_body_of_the_sample_has_an_account_that_says_it_is_a_sample() {
        assertThat(Accounts.ALL).extracting(Account::body).containsAll(Sample.bodies());
        assertThat(Accounts.ALL)
                .filteredOn(account -> !Sample.bodies().contains(account.body()))
                .extracting(Account::user)
                .containsExactly("koordination", "koordination-2", "revision");
        assertThat(Accounts.ALL).allMatch(account -> account.title().contains("(Beispiel)"));
        assertThat(Accounts.of("traeger-11").roles()).containsExactly("provider");
        assertThat(Accounts.of("mbe-1").roles()).containsExactly("referrer");
        assertThatThrownBy(() -> Accounts.of("nobody"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void passwords_are_long_differ_and_stay() {
        var realm = realm();
        assertThat(realm.users()).extracting(Realm.User::password).doesNotHaveDuplicates();
        assertThat(realm.users()).allMatch(user -> user.password().length() >= 32);
        assertThat(realm()).isEqualTo(realm);
    }

    private Realm realm() {
        var home = new KimHome(folder.resolve("home"));
        home.create();
        return Realm.of(new Secrets(home));
    }

    /** Each user with body and roles. */
    private static Map<String, String> people(JsonNode users, String name) {
        return users.valueStream()
                .collect(
                        Collectors.toMap(
                                user -> user.path(name).asString(),
                                user ->
                                        user.at(
                                                                user.has("attributes")
                                                                        ? "/attributes/body/0"
                                                                        : "/body")
                                                        .asString()
                                                + user.path(
                                                        user.has("realmRoles")
                                                                ? "realmRoles"
                                                                : "roles")));
    }

    private static Set<String> names(JsonNode all, String name) {
        return all.valueStream().map(one -> one.path(name).asString()).collect(Collectors.toSet());
    }
}
