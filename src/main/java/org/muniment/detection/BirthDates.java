package org.muniment.detection;

import java.util.List;
import java.util.Optional;

/// Dates that words beside them call somebody's birth. Other dates are no personal data.
final class BirthDates implements Rule {
    private static final List<String> MONTHS = Vocabulary.phrases("month");
    private static final int MONTH_LETTERS_MIN = 3;
    private static final int YEAR_MIN = 1880;
    private static final int YEAR_MAX = 2100;

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        int last = dateEnd(tokens, token);
        if (last < 0 || !tokens.isFree(tokens.from(token), tokens.to(last)) || !labels.name(Label.BIRTH, token, last))
            return Optional.empty();
        boolean hasYear = last - token == 2 || last == token;
        return Candidate.of(
                PersonalData.BIRTH_DATE,
                tokens.from(token),
                tokens.to(last),
                hasYear ? 90 : 55,
                hasYear ? "A date that words beside it call a birth." : "A day that words beside it call a birthday.");
    }

    /// The last token of the date that begins here; -1 if none does.
    private static int dateEnd(Tokens tokens, int token) {
        if (tokens.isNumber(token)) {
            if (tokens.length(token) == 8) return isCompact(tokens.at(token)) ? token : -1;
            int numeric = numericEnd(tokens, token);
            return numeric >= 0 ? numeric : dayFirstEnd(tokens, token);
        }
        boolean isBeforeDay = token + 1 < tokens.count() && tokens.hasDigit(token + 1);
        return isBeforeDay && isMonth(tokens, token) ? monthFirstEnd(tokens, token) : -1;
    }

    /// `4/12/1985`, `12.4.85`, `1985-04-12`
    private static int numericEnd(Tokens tokens, int token) {
        String gap = tokens.gapAfter(token).strip();
        if (gap.length() != 1 || "/-.".indexOf(gap.charAt(0)) < 0) return -1;
        if (token + 2 >= tokens.count() || !tokens.gapAfter(token + 1).strip().equals(gap)) return -1;
        if (!tokens.isNumber(token + 1) || !tokens.isNumber(token + 2)) return -1;
        boolean isYearFirst = isYear(tokens, token) && isDay(tokens, token + 1) && isDay(tokens, token + 2);
        boolean isYearLast = isDay(tokens, token)
                && isDay(tokens, token + 1)
                && (isYear(tokens, token + 2) || tokens.length(token + 2) == 2);
        return isYearFirst || isYearLast ? token + 2 : -1;
    }

    /// `12 April 1985`
    private static int dayFirstEnd(Tokens tokens, int token) {
        if (!isDay(tokens, token) || !tokens.isCloseToNext(token) || !isMonth(tokens, token + 1)) return -1;
        return hasYearAfter(tokens, token + 1) ? token + 2 : -1;
    }

    /// `April 12, 1985`, `Apr. 12th 1985`, `April 12`
    private static int monthFirstEnd(Tokens tokens, int token) {
        if (!tokens.isCloseToNext(token) || !isDay(tokens, token + 1)) return -1;
        return hasYearAfter(tokens, token + 1) ? token + 2 : token + 1;
    }

    private static boolean hasYearAfter(Tokens tokens, int token) {
        return tokens.isCloseToNext(token) && tokens.isNumber(token + 1) && isYear(tokens, token + 1);
    }

    /// `04121985`
    private static boolean isCompact(String digits) {
        int first = Integer.parseInt(digits, 0, 2, 10);
        int second = Integer.parseInt(digits, 2, 4, 10);
        int year = Integer.parseInt(digits, 4, 8, 10);
        return first >= 1 && first <= 12 && second >= 1 && second <= 31 && year >= YEAR_MIN && year <= YEAR_MAX;
    }

    private static boolean isMonth(Tokens tokens, int token) {
        String word = tokens.lower(token);
        if (word.equals("sept")) return true;
        return MONTHS.stream()
                .anyMatch(
                        month -> month.equals(word) || (word.length() == MONTH_LETTERS_MIN && month.startsWith(word)));
    }

    private static boolean isDay(Tokens tokens, int token) {
        String text = tokens.lower(token);
        String digits = text.length() > 2 ? text.replaceFirst("(?:st|nd|rd|th)$", "") : text;
        if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(Character::isDigit)) return false;
        int day = Integer.parseInt(digits);
        return day >= 1 && day <= 31;
    }

    private static boolean isYear(Tokens tokens, int token) {
        if (tokens.length(token) != 4 || !tokens.isNumber(token)) return false;
        int year = Integer.parseInt(tokens.at(token));
        return year >= YEAR_MIN && year <= YEAR_MAX;
    }
}
