package org.muniment.request;

/// What somebody wrote into a form, as it is kept.
final class Written {
    private Written() {}

    /// One line; throws [IntakeIsIncomplete] if it is too long.
    static String line(String what, String given, int lengthMax) {
        return text(what, given.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "), lengthMax);
    }

    static String text(String what, String given, int lengthMax) {
        String kept = given.replace("\r\n", "\n").strip();
        if (kept.length() > lengthMax)
            throw new IntakeIsIncomplete("Shorten " + what + ": at most %,d characters are kept.".formatted(lengthMax));
        return kept;
    }

    static String required(String what, String given, int lengthMax) {
        String kept = text(what, given, lengthMax);
        if (kept.isEmpty()) throw new IntakeIsIncomplete("Write " + what + ".");
        return kept;
    }
}
