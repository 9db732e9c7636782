package de.kim.local.issuer;

import de.kim.local.KimHome;
import de.kim.local.Secrets;
import de.kim.local.Status;
import de.kim.local.Trouble;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs in to the local issuer as one of the sample's accounts, by the same road as a browser:
 * authorization code with PKCE, over the login page. So the command line needs no right that a
 * person lacks.
 */
final class SignIn {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String issuer;
    private final Secrets secrets;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .cookieHandler(new CookieManager())
                    .build();

    private SignIn(String issuer, Secrets secrets) {
        this.issuer = issuer;
        this.secrets = secrets;
    }

    /** A visitor to the issuer of a running stack, signed in as nobody yet. */
    static SignIn at(Status status) {
        return new SignIn(
                Objects.requireNonNullElse(status.issuer(), ""),
                new Secrets(new KimHome(Path.of(status.home()))));
    }

    /**
     * An access token.
     *
     * @throws IOException when the issuer does not answer
     */
    AccessToken as(Account account) throws IOException, InterruptedException {
        var verifier = random();
        var asked = get(authorizeUrl(verifier));
        var page = get(location(asked));
        var entered = post("/login", credentials(account, page.body()));
        var redirected = get(location(entered));
        var code = CODE.matcher(redirected.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new Trouble(
                    "The issuer did not let %s in.".formatted(account.user()),
                    "Its passwords lie in .kim/secrets and are read at its start:"
                            + " ./kim down and ./kim up.");
        }
        var answer =
                post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                Realm.COMMAND_LINE,
                                "code",
                                code.group(1),
                                "redirect_uri",
                                Realm.SIGNED_IN,
                                "code_verifier",
                                verifier));
        var json = JsonMapper.shared().readTree(answer.body());
        return new AccessToken(
                account,
                json.path("access_token").asString(),
                Duration.ofSeconds(json.path("expires_in").asLong()));
    }

    private String authorizeUrl(String verifier) {
        return issuer
                + "/oauth2/authorize?"
                + form(
                        Map.of(
                                "response_type",
                                "code",
                                "client_id",
                                Realm.COMMAND_LINE,
                                "redirect_uri",
                                Realm.SIGNED_IN,
                                "scope",
                                "openid",
                                "code_challenge",
                                challenge(verifier),
                                "code_challenge_method",
                                "S256"));
    }

    /** What the login form sends, the hidden field against forged requests included. */
    private Map<String, String> credentials(Account account, String page) {
        var fields = new TreeMap<String, String>();
        var hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.put("username", account.user());
        fields.put("password", secrets.of(Realm.userSecret(account.user())));
        return fields;
    }

    private String location(HttpResponse<String> answer) throws IOException {
        return URI.create(issuer)
                .resolve(
                        answer.headers()
                                .firstValue("Location")
                                .orElseThrow(
                                        () ->
                                                new IOException(
                                                        "the issuer answered "
                                                                + answer.statusCode())))
                .toString();
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(request(url).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return http.send(
                request(issuer + path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                // as a browser does: who asks for JSON is not brought back after signing in
                .header("Accept", "text/html");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    /** RFC 7636 §4.2. */
    private static String challenge(String verifier) {
        try {
            return base64(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
