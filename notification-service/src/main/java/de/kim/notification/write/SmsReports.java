package de.kim.notification.write;

/** Where reports of the gateway are recorded. */
public interface SmsReports {
    /**
     * Records it, once; what is known already is no news and no mistake.
     *
     * @param signature of the report as it came: the same one is not taken twice
     */
    void record(SmsReport report, byte[] signature);
}
