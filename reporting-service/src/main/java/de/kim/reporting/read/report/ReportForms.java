package de.kim.reporting.read.report;

import de.kim.reporting.read.report.sheet.Form;
import de.kim.reporting.read.report.sheet.Language;
import de.kim.reporting.read.report.sheet.ReportSheets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a report in one of its forms. */
@Component
public class ReportForms {
    private final HeavyWork heavy;

    public ReportForms(HeavyWork heavy) {
        this.heavy = heavy;
    }

    /**
     * @param lang the language asked for, if any
     */
    ResponseEntity<byte[]> answer(
            Form form,
            @Nullable String lang,
            HttpServletRequest request,
            Supplier<ReportSheets> made) {
        ReportSheets sheets = made.get();
        Language language = Language.of(lang, request);
        byte[] bytes =
                form.isHeavy()
                        ? heavy.alone(() -> form.of(sheets, language))
                        : form.of(sheets, language);
        return ResponseEntity.ok()
                .contentType(form.type())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(form, sheets))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors 'none'")
                .body(bytes);
    }

    /** A page is looked at, the others are kept. */
    private static String disposition(Form form, ReportSheets sheets) {
        ContentDisposition.Builder disposition =
                form == Form.HTML ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition.filename(sheets.fileName() + "." + form.ending()).build().toString();
    }
}
