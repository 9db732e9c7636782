package de.kim.local.story;

import de.kim.local.Trouble;
import de.kim.local.api.Answer;
import de.kim.local.api.Api;
import de.kim.local.api.AuditCase;
import de.kim.local.issuer.Account;
import de.kim.local.issuer.Accounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What people at their desks ask of the services. An {@code Idempotency-Key} is the same whenever
 * the story is told on a day.
 */
record Desk(Api api, LocalDate today) {
    static final String REFERRAL = "referral-service";
    static final String CATALOG = "course-catalog-service";
    static final String ALLOCATION = "allocation-service";
    static final String NOTIFICATION = "notification-service";
    static final String REPORTING = "reporting-service";

    /** Well formed, and the id of nothing. */
    static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    /** Does something that must succeed. */
    Answer post(String service, String user, String path, String name, Object content) {
        var answer = api.post(service, path, user, key(name), content);
        if (!answer.done()) {
            throw new Trouble(
                    "%s could not do what the story asks at %s: %s"
                            .formatted(service, path, answer.refusal()),
                    "See ./kim status and the service's log.");
        }
        return answer;
    }

    /** Without one the auditor is refused before any mistake. */
    void auditCase() {
        AuditCase.open(api, "Story of the sample: what an auditor can ask wrongly", key("audit"));
    }

    /** Makes a mistake, and fails when it is not refused with its code. */
    void make(Mistake mistake) {
        var content = mistake.content();
        var answer =
                content == null
                        ? api.get(mistake.service(), mistake.path(), mistake.user())
                        : api.post(
                                mistake.service(),
                                mistake.path(),
                                mistake.user(),
                                key(mistake.code()),
                                content);
        if (answer.done() || !answer.json().path("code").asString("").equals(mistake.code())) {
            throw new Trouble(
                    "%s at %s was to be refused with %s and was answered with %d %s"
                            .formatted(
                                    mistake.service(),
                                    mistake.path(),
                                    mistake.code(),
                                    answer.status(),
                                    answer.done() ? "done" : answer.refusal()),
                    "See the service's log.");
        }
    }

    List<JsonNode> offers(String state) {
        return all(ALLOCATION, "/api/offers?state=" + state);
    }

    List<JsonNode> courses(String state) {
        return all(CATALOG, "/api/courses?state=" + state);
    }

    List<JsonNode> messages() {
        return all(NOTIFICATION, "/api/messages");
    }

    List<JsonNode> waiting() {
        return all(ALLOCATION, "/api/waiting-list");
    }

    /** How somebody stands in the allocation. */
    JsonNode waiting(String referralId) {
        return api.get(ALLOCATION, "/api/waiting-list/" + referralId, Accounts.COORDINATOR).json();
    }

    /** The body that referred this person: the only one that is shown the referral. */
    Optional<String> referrerOf(String referralId) {
        return Accounts.ALL.stream()
                .filter(account -> account.roles().contains("referrer"))
                .map(Account::user)
                .filter(user -> referral(referralId, user).done())
                .findFirst();
    }

    /** The referral, as this body sees it. */
    Answer referral(String referralId, String body) {
        return api.get(REFERRAL, "/api/referrals/" + referralId, body);
    }

    private List<JsonNode> all(String service, String path) {
        return Pages.all(api, service, path, Accounts.COORDINATOR);
    }

    private String key(String name) {
        return "story-" + today + "-" + name;
    }
}
