package org.muniment.detection;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Social Security numbers, and the taxpayer numbers (ITIN) written the same way. An employer's number (EIN) is no
/// personal data: nine digits named so are left alone.
final class IdentityNumbers implements Rule {
    private static final int[] WRITTEN = {3, 2, 4};
    private static final int[] HALF_WRITTEN = {3, 6};
    private static final int[] OTHER_HALF_WRITTEN = {5, 4};
    private static final int[] PLAIN = {9};
    private static final int NAMED_MIN = 88;

    /// Printed on sample cards and in advertisements: nobody's.
    private static final Set<String> SAMPLES = Set.of("078051120", "219099999", "457555462", "123456789", "987654321");

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        if (!tokens.isNumber(token)) return Optional.empty();
        Optional<WrittenNumber> whole = WrittenNumber.at(tokens, token, WRITTEN);
        if (whole.isPresent())
            return judge(whole.get(), labels, token, basis(whole.get().separator()));
        Optional<WrittenNumber> plain = WrittenNumber.at(tokens, token, PLAIN);
        if (plain.isPresent()) return judge(plain.get(), labels, token, 15);
        Optional<WrittenNumber> half = WrittenNumber.at(tokens, token, HALF_WRITTEN);
        if (half.isPresent()) return judge(half.get(), labels, token, half.get().separator() == '-' ? 25 : 0);
        // Five and four digits are a postal code, unless they are named.
        return WrittenNumber.at(tokens, token, OTHER_HALF_WRITTEN).flatMap(number -> judge(number, labels, token, 0));
    }

    private static int basis(char separator) {
        return switch (separator) {
            case '-' -> 70;
            case '.' -> 50;
            default -> 40;
        };
    }

    private static Optional<Candidate> judge(WrittenNumber number, Labels labels, int token, int basis) {
        boolean isNamedSocial = labels.name(Label.SSN, token, number.lastToken());
        boolean isNamedTaxpayer = labels.name(Label.ITIN, token, number.lastToken());
        boolean isNamedOther = labels.nameOther(EnumSet.of(Label.SSN, Label.ITIN, Label.CARD), token);
        if (labels.name(Label.EIN, token, number.lastToken())) return Optional.empty();
        int score = isNamedOther ? basis - 25 : basis;
        if (isTaxpayerNumber(number))
            return candidate(
                    PersonalData.TAXPAYER_NUMBER,
                    number,
                    isNamedTaxpayer || isNamedSocial ? NAMED_MIN : score + 5,
                    "Nine digits in a range of individual taxpayer numbers"
                            + ending(number, isNamedTaxpayer || isNamedSocial, isNamedOther));
        boolean isNamed = isNamedSocial || isNamedTaxpayer;
        if (isPossible(number))
            return candidate(
                    PersonalData.SOCIAL_SECURITY_NUMBER,
                    number,
                    isNamed ? NAMED_MIN : score,
                    "Nine digits that may be a Social Security number" + ending(number, isNamed, isNamedOther));
        return candidate(
                PersonalData.SOCIAL_SECURITY_NUMBER,
                number,
                isNamedSocial ? 60 : isWrittenWithNine(number) ? 46 : 0,
                "Written like a Social Security number, though none was ever issued with these digits: perhaps mistyped"
                        + ending(number, isNamedSocial, isNamedOther));
    }

    private static Optional<Candidate> candidate(PersonalData kind, WrittenNumber number, int score, String why) {
        return Candidate.of(kind, number.from(), number.to(), score, why);
    }

    private static String ending(WrittenNumber number, boolean isNamed, boolean isNamedOther) {
        String written = number.isInGroups() ? ", written in its groups" : "";
        if (isNamed) return written + ", and words beside it call it so.";
        return written + (isNamedOther ? ", but words beside it call it something else." : ".");
    }

    private static boolean isWrittenWithNine(WrittenNumber number) {
        boolean isWhole = number.to() - number.from() == 11;
        return isWhole && number.separator() == '-' && number.digits().charAt(0) == '9';
    }

    static boolean isPossible(WrittenNumber number) {
        int area = number.part(0, 3);
        return area != 0
                && area != 666
                && area < 900
                && number.part(3, 5) != 0
                && number.part(5, 9) != 0
                && !number.isOneDigitRepeated()
                && !SAMPLES.contains(number.digits());
    }

    /// The groups that individual taxpayer numbers are issued in.
    static boolean isTaxpayerNumber(WrittenNumber number) {
        int group = number.part(3, 5);
        return number.digits().charAt(0) == '9'
                && ((group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group != 93));
    }
}
