package org.muniment.detection;

import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers of Medicare's beneficiaries, of prescribers (DEA) and of providers (NPI).
final class HealthNumbers implements Rule {
    /// 1-9, letter, letter or digit, digit, and so on; letters that look like digits are not used.
    private static final String LETTER = "[AC-HJKMNP-RT-Yac-hjkmnp-rt-y]";

    private static final String EITHER = "(?:" + LETTER + "|[0-9])";
    private static final Pattern BENEFICIARY = Pattern.compile(
            "[1-9]" + LETTER + EITHER + "[0-9]" + LETTER + EITHER + "[0-9]" + LETTER + LETTER + "[0-9][0-9]");
    private static final Pattern PRESCRIBER = Pattern.compile("[A-HJ-MPRSTUX][A-Z9][0-9]{7}");
    private static final int BENEFICIARY_LENGTH = 11;
    private static final int[] PROVIDER_WRITTEN = {4, 3, 3};

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        if (!tokens.hasDigit(token)) return Optional.empty();
        return beneficiary(tokens, labels, token)
                .or(() -> prescriber(tokens, labels, token))
                .or(() -> WrittenNumber.at(tokens, token, 10)
                        .or(() -> WrittenNumber.at(tokens, token, PROVIDER_WRITTEN))
                        .flatMap(number -> provider(number, labels, token)));
    }

    private static Optional<Candidate> beneficiary(Tokens tokens, Labels labels, int token) {
        int last = token;
        String letters = tokens.at(token);
        while (last < token + 2
                && letters.length() < BENEFICIARY_LENGTH
                && tokens.gapAfter(last).equals("-")) letters += tokens.at(++last);
        if (letters.length() != BENEFICIARY_LENGTH
                || !BENEFICIARY.matcher(letters).matches()) return Optional.empty();
        if (!tokens.isFree(tokens.from(token), tokens.to(last))) return Optional.empty();
        boolean isNamed = labels.name(Label.MEDICARE, token, last);
        return Candidate.of(
                PersonalData.MEDICARE_NUMBER,
                tokens.from(token),
                tokens.to(last),
                isNamed ? 95 : last > token ? 76 : 60,
                "Letters and digits in the order of a Medicare number"
                        + (isNamed ? ", and words beside it call it so." : "."));
    }

    private static Optional<Candidate> prescriber(Tokens tokens, Labels labels, int token) {
        String text = tokens.at(token);
        if (!PRESCRIBER.matcher(text).matches()
                || !CheckDigits.prescriber(text.substring(2))
                || !tokens.isFree(tokens.from(token), tokens.to(token))) return Optional.empty();
        boolean isNamed = labels.name(Label.DEA, token, token);
        return Candidate.of(
                PersonalData.DEA_NUMBER,
                tokens.from(token),
                tokens.to(token),
                isNamed ? 92 : 50,
                "Two letters and seven digits whose check digit is that of a prescriber's number"
                        + (isNamed ? ", and words beside it call it so." : "."));
    }

    private static Optional<Candidate> provider(WrittenNumber number, Labels labels, int token) {
        char first = number.digits().charAt(0);
        if ((first != '1' && first != '2')
                || !CheckDigits.luhn("80840" + number.digits())
                || number.digits().startsWith(String.valueOf(first).repeat(9))) return Optional.empty();
        boolean isNamed = labels.name(Label.NPI, token, number.lastToken());
        return Candidate.of(
                PersonalData.PROVIDER_NUMBER,
                number.from(),
                number.to(),
                isNamed ? 80 : 12,
                "Ten digits whose check digit is that of a health provider's number"
                        + (isNamed ? ", and words beside it call it so; the register is public." : "."));
    }
}
