package org.muniment.detection;

import java.util.EnumSet;
import java.util.Optional;

/// Payment cards: the beginnings and lengths that issuers use, and the Luhn sum.
final class PaymentCards implements Rule {
    private static final int[][] WRITTEN = {{4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}, {4, 4, 4, 4, 3}, {4, 4, 5}};
    private static final int LENGTH_MIN = 13;
    private static final int LENGTH_MAX = 19;

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        if (!tokens.isNumber(token)) return Optional.empty();
        int length = tokens.length(token);
        if (length >= LENGTH_MIN && length <= LENGTH_MAX)
            return WrittenNumber.at(tokens, token, length).flatMap(number -> judge(number, labels, token));
        if (length != 4) return Optional.empty();
        for (int[] groups : WRITTEN) {
            Optional<WrittenNumber> number = WrittenNumber.at(tokens, token, groups);
            if (number.isPresent()) return judge(number.get(), labels, token);
        }
        return Optional.empty();
    }

    private static Optional<Candidate> judge(WrittenNumber number, Labels labels, int token) {
        if (!hasIssuer(number.digits()) || !CheckDigits.luhn(number.digits())) return Optional.empty();
        boolean isNamed = labels.name(Label.CARD, token, number.lastToken());
        boolean isNamedOther = labels.nameOther(EnumSet.of(Label.CARD, Label.ACCOUNT, Label.BANK_ACCOUNT), token);
        int score = number.isInGroups() ? 85 : 65;
        String words = isNamed ? " Words beside it say card." : isNamedOther ? " Words beside it say otherwise." : "";
        return Candidate.of(
                PersonalData.PAYMENT_CARD,
                number.from(),
                number.to(),
                isNamed ? 97 : isNamedOther ? score - 30 : score,
                "Begins and is as long as an issuer's cards are, and the check digit fits." + words);
    }

    static boolean hasIssuer(String digits) {
        int length = digits.length();
        int six = Integer.parseInt(digits, 0, 6, 10);
        return switch (digits.charAt(0)) {
            case '1' -> length == 15;
            case '2' -> length == 16 && six >= 222_100 && six <= 272_099;
            case '3' -> isTravelCard(length, six / 10_000, six / 1_000, six / 100);
            case '4' -> length == 13 || length == 16 || length == 19;
            case '5' -> length == 16 && six >= 500_000;
            case '6' -> length >= 16;
            default -> false;
        };
    }

    private static boolean isTravelCard(int length, int two, int three, int four) {
        if (two == 34 || two == 37) return length == 15;
        if (two == 36 || two == 38 || two == 39 || (three >= 300 && three <= 305)) return length == 14 || length == 16;
        return four >= 3528 && four <= 3589 && length >= 16;
    }
}
