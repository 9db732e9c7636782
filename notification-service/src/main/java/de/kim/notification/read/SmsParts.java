package de.kim.notification.read;

/**
 * How many parts of an SMS a text is (3GPP TS 23.038 and 23.040): 160 characters of the alphabet of
 * GSM in one, 153 in each of several, because a header takes the rest; with any other character in
 * it 70 and 67 units of UTF-16.
 */
public final class SmsParts {
    private static final int GSM_ALONE = 160;
    private static final int GSM_OF_SEVERAL = 153;
    private static final int UNICODE_ALONE = 70;
    private static final int UNICODE_OF_SEVERAL = 67;

    /** 3GPP TS 23.038 §6.2.1; the escape to the table below has no character of its own. */
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** §6.2.1.1: each takes two places. */
    private static final String GSM_EXTENDED = "\f^{}\\[~]|€";

    private SmsParts() {}

    public static int of(String text) {
        boolean gsm = text.codePoints().allMatch(SmsParts::isGsm);
        int alone = gsm ? GSM_ALONE : UNICODE_ALONE;
        int ofSeveral = gsm ? GSM_OF_SEVERAL : UNICODE_OF_SEVERAL;
        return parts(text, gsm, alone) == 1 ? 1 : parts(text, gsm, ofSeveral);
    }

    private static boolean isGsm(int letter) {
        return GSM.indexOf(letter) >= 0 || GSM_EXTENDED.indexOf(letter) >= 0;
    }

    /** A character of two places is not cut: one place may stay empty. */
    private static int parts(String text, boolean gsm, int places) {
        int parts = 1;
        int used = 0;
        for (int letter : text.codePoints().toArray()) {
            int width = gsm ? width(letter) : Character.charCount(letter);
            if (used + width > places) {
                parts++;
                used = 0;
            }
            used += width;
        }
        return parts;
    }

    private static int width(int letter) {
        return GSM_EXTENDED.indexOf(letter) >= 0 ? 2 : 1;
    }
}
