package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page in a real browser, 320 px wide, by keyboard alone. Needs the machine's Chromium ({@code
 * apt-get install chromium}; {@code .ci/run} does); pictures go to {@code target/screenshots}.
 */
class BrowserTest extends Telling {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int NARROW = 320;
    private static final int MOST_TABS = 30;

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser chromium;

    @BeforeAll
    static void launch() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium on this machine");
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void an_offer_is_accepted_by_keyboard_alone(ColorScheme colours) {
        say(scheduled());
        try (BrowserContext context = context(colours)) {
            Page page = open(context, "de");
            look(page, "birth-date-" + colours);
            enter(page, "27", "3", "1990");
            page.waitForSelector("dl");
            look(page, "offer-" + colours);
            press(page, "accept");
            page.keyboard().press("Enter");
            page.waitForSelector("a.button");
            look(page, "accepted-" + colours);
            assertThat(page.locator("h1").innerText()).isEqualTo("Der Platz gehört Ihnen");
            assertThat(ALLOCATION.answersTo(offer)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, LIGHT", "fa, DARK", "uk, LIGHT", "ku, DARK"})
    void the_reasons_for_a_no_are_chosen_by_keyboard_in(String language, ColorScheme colours) {
        say(scheduled());
        try (BrowserContext context = context(colours)) {
            Page page = open(context, language);
            enter(page, "1", "1", "1990");
            page.waitForSelector("[role=alert]");
            look(page, "wrong-" + language);
            enter(page, "27", "3", "1990");
            page.waitForSelector("dl");
            press(page, "summary");
            page.keyboard().press("Enter");
            look(page, "reasons-" + language);
            press(page, "reason");
            page.keyboard().press("ArrowDown");
            press(page, "decline");
            page.keyboard().press("Enter");
            // the page's own policy forbids scripts, so what is awaited is named, not computed
            page.waitForSelector(
                    "details",
                    new WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(ALLOCATION.answersTo(offer)).hasSize(1);
            assertThat(ALLOCATION.answersTo(offer).getFirst()).contains("TOO_FAR");
            look(page, "declined-" + language);
        }
    }

    private static void enter(Page page, String day, String month, String year) {
        press(page, "day");
        page.keyboard().type(day);
        page.keyboard().press("Tab");
        page.keyboard().type(month);
        page.keyboard().press("Tab");
        page.keyboard().type(year);
        page.keyboard().press("Enter");
    }

    private static BrowserContext context(ColorScheme colours) {
        if (chromium == null) {
            throw new IllegalStateException("not launched");
        }
        return chromium.newContext(
                new NewContextOptions().setViewportSize(NARROW, 640).setColorScheme(colours));
    }

    private Page open(BrowserContext context, String language) {
        prefers(language, address);
        say(offered());
        String link = link(onlyMail());
        patiently()
                .until(
                        () ->
                                one(
                                                "select count(*) from heard_course where course_id = ?",
                                                Integer.class,
                                                course)
                                        == 1);
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + link);
        return page;
    }

    /** Goes on with the tab key until the focus is there, as id, name, value or tag. */
    private static void press(Page page, String where) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            Object focused =
                    page.evaluate(
                            "() => { const e = document.activeElement;"
                                    + " return [e.id, e.name, e.value, e.localName].join(' '); }");
            if ((" " + focused + " ").contains(" " + where + " ")) {
                return;
            }
        }
        throw new AssertionError("the tab key does not come to " + where);
    }

    /** Nothing is cut off, and axe finds nothing. */
    private static void look(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screenshots", name + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(NARROW);
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(name)
                .allSatisfy(found -> assertThat(found.getId() + " " + found.getNodes()).isEmpty());
    }
}
