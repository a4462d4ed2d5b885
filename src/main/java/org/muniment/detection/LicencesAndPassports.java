package org.muniment.detection;

import java.util.Optional;
import java.util.regex.Pattern;

/// Driver's licences and passports: patterns that could be anything, found only where words beside them name them.
final class LicencesAndPassports implements Rule {
    private static final Pattern PASSPORT = Pattern.compile("[A-Za-z]?[0-9]{8,9}");
    private static final Pattern WISCONSIN = Pattern.compile("[A-Za-z][0-9]{13}");
    private static final Pattern MASSACHUSETTS = Pattern.compile("[Ss][0-9]{8}|[Ss][Aa][0-9]{7}");
    private static final Pattern COLORADO = Pattern.compile("[0-9]{9}|[A-Za-z][0-9]{3,6}");
    private static final Pattern CONNECTICUT = Pattern.compile("[0-9]{9}");
    private static final Pattern ANY_STATE = Pattern.compile("[A-Za-z]{0,2}[0-9]{5,14}[A-Za-z]{0,2}");
    private static final Pattern COLORADO_WRITTEN = Pattern.compile("[0-9]{2}-[0-9]{3}-[0-9]{4}");
    private static final Pattern WISCONSIN_WRITTEN = Pattern.compile("[A-Za-z][0-9]{3}-[0-9]{4}-[0-9]{4}-[0-9]{2}");
    private static final int PARTS_MAX = 4;

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        if (!tokens.hasDigit(token) || tokens.length(token) > 16) return Optional.empty();
        String text = tokens.at(token);
        if (token > 0 && tokens.gapAfter(token - 1).equals("-")) return Optional.empty();
        int last = token;
        while (last < token + PARTS_MAX - 1 && tokens.gapAfter(last).equals("-")) text += "-" + tokens.at(++last);
        if (!tokens.isFree(tokens.from(token), tokens.to(last))) return Optional.empty();
        Place place = new Place(tokens.from(token), tokens.to(last), text);
        if (labels.name(Label.PASSPORT, token, last)) return passport(place);
        if (labels.name(Label.DRIVER_LICENCE, token, last)) return licence(place);
        return Optional.empty();
    }

    private static Optional<Candidate> passport(Place place) {
        if (!PASSPORT.matcher(place.text).matches()) return Optional.empty();
        return Candidate.of(
                PersonalData.PASSPORT,
                place.from,
                place.to,
                place.text.length() == 9 ? 86 : 55,
                "Written like the number of a passport, and words beside it call it so.");
    }

    private static Optional<Candidate> licence(Place place) {
        String state = state(place.text);
        boolean isKnown = !state.isEmpty();
        if (!isKnown && !ANY_STATE.matcher(place.text).matches()) return Optional.empty();
        return Candidate.of(
                PersonalData.DRIVER_LICENCE,
                place.from,
                place.to,
                isKnown ? 84 : 58,
                "Words beside it speak of a driver's licence"
                        + (isKnown ? ", and it is written like one of " + state + "." : "."));
    }

    private static String state(String text) {
        if (WISCONSIN.matcher(text).matches() || WISCONSIN_WRITTEN.matcher(text).matches()) return "Wisconsin";
        if (MASSACHUSETTS.matcher(text).matches()) return "Massachusetts";
        if (CONNECTICUT.matcher(text).matches()) return "Connecticut or Colorado";
        if (COLORADO.matcher(text).matches() || COLORADO_WRITTEN.matcher(text).matches()) return "Colorado";
        return "";
    }

    private record Place(int from, int to, String text) {}
}
