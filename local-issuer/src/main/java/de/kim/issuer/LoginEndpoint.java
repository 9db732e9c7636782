package de.kim.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The plain page to sign in on. */
@RestController
class LoginEndpoint {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>KIM: Anmelden</title>
            <style>
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
            label, input, button { display: block; width: 100%%; box-sizing: border-box; font: inherit }
            input { margin: .2rem 0 1rem; padding: .5rem }
            button { padding: .6rem }
            </style>
            </head>
            <body>
            <main>
            <h1>Anmelden</h1>
            <p>Nur Beispielkonten. Ihre Passwörter liegen in <code>.kim/secrets</code>.
            <span lang="en">Sample accounts only; their passwords are in <code>.kim/secrets</code>.</span></p>
            %s
            <form method="post" action="/login">
            <input type="hidden" name="%s" value="%s">
            <label for="username">Konto <span lang="en">(account)</span></label>
            <input id="username" name="username" list="accounts" autocomplete="username" required autofocus>
            <datalist id="accounts">%s</datalist>
            <label for="password">Passwort <span lang="en">(password)</span></label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button>Anmelden <span lang="en">(sign in)</span></button>
            </form>
            </main>
            </body>
            </html>
            """;
    private static final String FAILED =
            "<p role=\"alert\">Konto oder Passwort stimmt nicht."
                    + " <span lang=\"en\">Wrong account or password.</span></p>";

    private final String accounts;

    LoginEndpoint(Realm realm) {
        accounts =
                realm.users().stream()
                        .map(
                                user ->
                                        "<option value=\"%s\">%s</option>"
                                                .formatted(
                                                        HtmlUtils.htmlEscape(user.name()),
                                                        HtmlUtils.htmlEscape(user.title())))
                        .collect(Collectors.joining());
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(HttpServletRequest request, CsrfToken csrf) {
        return PAGE.formatted(
                request.getParameter("error") == null ? "" : FAILED,
                csrf.getParameterName(),
                csrf.getToken(),
                accounts);
    }
}
