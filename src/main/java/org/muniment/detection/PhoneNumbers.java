package org.muniment.detection;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.EnumSet;
import java.util.Optional;

/// Telephone numbers. The tokens say where one may stand; libphonenumber says whether such a number exists.
final class PhoneNumbers implements Rule {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String COUNTRY = "US";
    private static final String MARKS = " -.()/";
    private static final int GROUPS_MAX = 8;
    private static final int DIGITS_MAX = 15;
    private static final int DIGITS_OF_THE_COUNTRY = 10;
    private static final int DIGITS_ABROAD_MIN = 8;

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        if (!tokens.isNumber(token)) return Optional.empty();
        int from = tokens.from(token);
        if (isPrefixed(tokens, from)) return abroad(tokens, labels, token);
        if (isContinued(tokens, token)) return Optional.empty();
        return ofTheCountry(tokens, labels, token).or(() -> local(tokens, labels, token));
    }

    /// `+44 (20) 7123 4567`: as many groups as make a number that exists.
    private static Optional<Candidate> abroad(Tokens tokens, Labels labels, int token) {
        int last = token;
        int digits = tokens.length(token);
        int best = -1;
        while (digits <= DIGITS_MAX) {
            if (digits >= DIGITS_ABROAD_MIN && isFreeAfter(tokens, last) && exists("+" + digitsOf(tokens, token, last)))
                best = last;
            if (last - token >= GROUPS_MAX || !isJoined(tokens, last)) break;
            digits += tokens.length(++last);
        }
        if (best < 0) return Optional.empty();
        return candidate(tokens, labels, token, best, tokens.from(token) - 1, 52);
    }

    /// `(203) 555-0132`, `1-203-555-0132`, `2035550132`
    private static Optional<Candidate> ofTheCountry(Tokens tokens, Labels labels, int token) {
        int start = tokens.at(token).equals("1") && isJoined(tokens, token) ? token + 1 : token;
        int last = start;
        int digits = tokens.length(start);
        while (digits < DIGITS_OF_THE_COUNTRY && last - start < 2 && isJoined(tokens, last))
            digits += tokens.length(++last);
        boolean isLong = digits == DIGITS_OF_THE_COUNTRY + 1
                && last == start
                && tokens.at(start).startsWith("1");
        if ((digits != DIGITS_OF_THE_COUNTRY && !isLong) || !isFreeAfter(tokens, last)) return Optional.empty();
        if (last > start && tokens.length(start) != 3) return Optional.empty();
        String number = digitsOf(tokens, start, last);
        if (!exists(isLong ? "+" + number : "+1" + number)) return Optional.empty();
        boolean isOpened = tokens.charAt(tokens.from(token) - 1) == '(';
        int from = tokens.from(token) - (isOpened ? 1 : 0);
        return candidate(tokens, labels, token, last, from, last > start ? 50 : 25);
    }

    /// `555-0132`: only the words beside it tell it from other numbers.
    private static Optional<Candidate> local(Tokens tokens, Labels labels, int token) {
        return WrittenNumber.at(tokens, token, 3, 4)
                .filter(number -> number.separator() != ' ' && number.digits().charAt(0) >= '2')
                .flatMap(number ->
                        candidate(tokens, labels, token, token + 1, number.from(), number.separator() == '-' ? 30 : 0));
    }

    private static Optional<Candidate> candidate(
            Tokens tokens, Labels labels, int token, int last, int from, int basis) {
        if (labels.name(Label.FAX, token, last))
            return Candidate.of(PersonalData.PHONE, from, tokens.to(last), 15, "A fax number, by the words beside it.");
        boolean isNamed = labels.name(Label.PHONE, token, last);
        boolean isPrivate = labels.mention(Label.PERSONAL, token, last) || labels.mention(Label.HOME, token, last);
        boolean isWork = labels.mention(Label.WORK, token, last);
        if (isPrivate && isWork)
            isPrivate = !labels.isNearer(Label.WORK, Label.PERSONAL, token)
                    && !labels.isNearer(Label.WORK, Label.HOME, token);
        if (!isNamed && !isPrivate && labels.nameOther(EnumSet.of(Label.PHONE), token)) basis -= 20;
        int score = basis + (isNamed ? 22 : 0) + (isPrivate ? 25 : 0) - (isWork && !isPrivate ? 28 : 0);
        return Candidate.of(PersonalData.PHONE, from, tokens.to(last), score, why(isNamed, isPrivate, isWork));
    }

    private static String why(boolean isNamed, boolean isPrivate, boolean isWork) {
        String number =
                isNamed ? "A number that words beside it call a telephone's" : "Written like a telephone number";
        if (isPrivate) return number + "; they also speak of home, a family or a mobile telephone.";
        return number + (isWork ? "; they also speak of an office, so it may be nobody's own." : ".");
    }

    private static boolean exists(String number) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(number, COUNTRY));
        } catch (NumberParseException noNumber) {
            return false;
        }
    }

    private static String digitsOf(Tokens tokens, int first, int last) {
        StringBuilder digits = new StringBuilder();
        for (int at = first; at <= last; at++) digits.append(tokens.at(at));
        return digits.toString();
    }

    /// Is the next token more digits of the same number, with few marks between?
    private static boolean isJoined(Tokens tokens, int token) {
        String gap = tokens.gapAfter(token);
        if (gap.endsWith("\n")) gap = gap.substring(0, gap.length() - 1);
        return !gap.isEmpty()
                && gap.length() <= 3
                && tokens.isNumber(token + 1)
                && tokens.length(token + 1) <= DIGITS_MAX
                && gap.chars().allMatch(mark -> MARKS.indexOf(mark) >= 0);
    }

    private static boolean isPrefixed(Tokens tokens, int from) {
        return tokens.charAt(from - 1) == '+';
    }

    /// The middle of a number that began before.
    private static boolean isContinued(Tokens tokens, int token) {
        char before = tokens.charAt(tokens.from(token) - 1);
        if (before == '$' || before == '_') return true;
        return "-/\\.@".indexOf(before) >= 0 && tokens.isPartOfWord(tokens.from(token) - 2);
    }

    private static boolean isFreeAfter(Tokens tokens, int last) {
        int to = tokens.to(last);
        char after = tokens.charAt(to);
        return after != '_' && after != '@' && !("-/.".indexOf(after) >= 0 && tokens.isPartOfWord(to + 1));
    }
}
