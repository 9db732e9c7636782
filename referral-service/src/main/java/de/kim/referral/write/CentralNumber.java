package de.kim.referral.write;

/** How a number looks that is the same for every authority. */
final class CentralNumber {
    /**
     * Of the central register of foreigners (AZR): twelve digits. Of the BAMF's file: seven digits,
     * a hyphen and the three of the country.
     */
    static final String FORM = "[0-9]{12}|[0-9]{7}-[0-9]{3}";

    private CentralNumber() {}
}
