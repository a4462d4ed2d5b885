package org.muniment.detection;

import java.util.Optional;
import java.util.Set;

/// Street addresses. One that words beside it call a home is likely personal; one at a suite, an
/// office or a job site is likely not.
final class StreetAddresses implements Rule {
    private static final Set<String> STREETS = Vocabulary.words("street");
    private static final Set<String> DIRECTIONS = Vocabulary.words("direction");
    private static final Set<String> APARTMENTS = Vocabulary.words("apartment");
    private static final Set<String> PREMISES = Vocabulary.words("premises");
    private static final Set<String> STATES = Vocabulary.words("state");
    private static final int NAME_WORDS_MAX = 4;
    private static final int CITY_WORDS_MAX = 3;
    private static final int NUMBER_LENGTH_MAX = 6;
    private static final int ABBREVIATION_MAX = 4;

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        if (!isHouseNumber(tokens, token)) return Optional.empty();
        boolean isHome = labels.mention(Label.HOME, token, token);
        int street = streetEnd(tokens, token, isHome);
        if (street < 0) return Optional.empty();
        Reading reading = new Reading(tokens, street);
        reading.readUnit();
        reading.readTown();
        isHome |= labels.mention(Label.HOME, token, reading.last);
        boolean isWork = reading.isPremises || labels.mention(Label.WORK, token, reading.last);
        return Candidate.of(
                PersonalData.HOME_ADDRESS,
                tokens.from(token),
                reading.end(),
                score(isHome || reading.isApartment, isWork, reading.hasTown),
                why(isHome, isWork, reading));
    }

    private static int score(boolean isHome, boolean isWork, boolean hasTown) {
        int score = isHome ? 82 : hasTown ? 46 : 36;
        return isWork ? score - 26 : score;
    }

    private static String why(boolean isHome, boolean isWork, Reading reading) {
        String home = isHome
                ? "A street address; words beside it speak of a home."
                : reading.isApartment ? "A street address with an apartment." : "A street address.";
        return isWork ? home + " Words beside it also speak of a place of work or business." : home;
    }

    private static boolean isHouseNumber(Tokens tokens, int token) {
        if (!tokens.hasDigit(token)) return false;
        String text = tokens.at(token);
        if (text.length() > NUMBER_LENGTH_MAX || text.charAt(0) < '1' || text.charAt(0) > '9') return false;
        boolean isPlain = tokens.isNumber(token)
                || text.substring(0, text.length() - 1).chars().allMatch(Character::isDigit);
        return isPlain
                && tokens.isFree(tokens.from(token), tokens.to(token))
                && tokens.gapAfter(token).equals(" ");
    }

    /// The token of `Street` or its like; -1 if the words after the number are no street. A person in a hurry writes
    /// streets small: that counts where the words before speak of a home.
    private static int streetEnd(Tokens tokens, int token, boolean isHome) {
        int at = token + 1;
        if (DIRECTIONS.contains(tokens.lower(at)) && isSpace(tokens.gapAfter(at).replace(".", ""))) at++;
        for (int words = 0; words < NAME_WORDS_MAX && at + 1 < tokens.count(); words++, at++) {
            boolean isOrdinal = Character.isDigit(tokens.at(at).charAt(0)) && !tokens.isNumber(at);
            boolean isGenitive = tokens.charAt(tokens.from(at) - 1) == '\''
                    && tokens.lower(at).equals("s");
            if (!isOrdinal && !isGenitive && !tokens.isCapitalised(at) && !isHome) return -1;
            String gap = tokens.gapAfter(at);
            if (!isSpace(gap) && !gap.equals("'") && !gap.equals("-") && !gap.equals(". ")) return -1;
            boolean isStreet = STREETS.contains(tokens.lower(at + 1));
            if (isStreet && (tokens.isCapitalised(at + 1) || isHome)) return furthest(tokens, at + 1, isHome);
        }
        return -1;
    }

    /// `Mill Pond Road`: of two words that may end a street the latter does.
    private static int furthest(Tokens tokens, int street, boolean isHome) {
        boolean isFurther = street + 1 < tokens.count()
                && isSpace(tokens.gapAfter(street))
                && STREETS.contains(tokens.lower(street + 1))
                && (tokens.isCapitalised(street + 1) || isHome);
        return isFurther ? street + 1 : street;
    }

    private static boolean isSpace(String gap) {
        return gap.equals(" ") || gap.equals("  ") || gap.equals("\n");
    }

    /// What may follow a street: a direction, a unit, a town, a state, a postal code.
    private static final class Reading {
        private final Tokens tokens;
        private int last;
        private boolean isApartment;
        private boolean isPremises;
        private boolean hasTown;

        Reading(Tokens tokens, int street) {
            this.tokens = tokens;
            this.last = street;
            if (isNear(last + 1) && DIRECTIONS.contains(tokens.lower(last + 1)) && tokens.isCapitalised(last + 1))
                last++;
        }

        /// With the period of `St.`
        int end() {
            int end = tokens.to(last);
            return tokens.length(last) <= ABBREVIATION_MAX && tokens.charAt(end) == '.' && !tokens.isNumber(last)
                    ? end + 1
                    : end;
        }

        void readUnit() {
            if (!isNear(last + 1)) return;
            String word = tokens.lower(last + 1);
            boolean isHash = tokens.gapAfter(last).endsWith("#");
            if (isHash) {
                isApartment = true;
                last++;
            } else if ((APARTMENTS.contains(word) || PREMISES.contains(word)) && isNear(last + 2)) {
                isApartment = APARTMENTS.contains(word);
                isPremises = !isApartment;
                last += 2;
            }
        }

        void readTown() {
            int at = last + 1;
            for (int words = 0; words < CITY_WORDS_MAX && isNear(at); words++, at++) {
                if (!tokens.isCapitalised(at)) return;
                boolean isState = STATES.contains(tokens.lower(at))
                        && (tokens.length(at) > 2 || Character.isUpperCase(tokens.charAt(tokens.from(at) + 1)));
                if (isState) {
                    readPostalCode(at);
                    return;
                }
            }
            if (isNear(at) && STATES.contains(tokens.lower(at)) && tokens.isCapitalised(at)) readPostalCode(at);
        }

        private void readPostalCode(int state) {
            hasTown = true;
            last = state;
            if (!isNear(last + 1) || !isDigits(last + 1, 5)) return;
            last++;
            if (last + 1 < tokens.count() && tokens.gapAfter(last).equals("-") && isDigits(last + 1, 4)) last++;
        }

        private boolean isDigits(int token, int length) {
            return tokens.isNumber(token) && tokens.length(token) == length;
        }

        /// Separated by spaces, a comma, a period or one line end only.
        private boolean isNear(int token) {
            if (token >= tokens.count()) return false;
            String gap = tokens.gapAfter(token - 1);
            return !gap.isEmpty()
                    && gap.replaceFirst("^[.,]{1,2}", "").chars().allMatch(c -> c == ' ' || c == '\n' || c == '#');
        }
    }
}
