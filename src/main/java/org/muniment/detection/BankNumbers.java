package org.muniment.detection;

import java.util.EnumSet;
import java.util.Optional;

/// Routing numbers of banks, by their check digit; and account numbers, only where words beside them say so.
final class BankNumbers implements Rule {
    private static final int[] ROUTING_WRITTEN = {4, 4, 1};
    private static final int ROUTING_LENGTH = 9;
    private static final int ACCOUNT_LENGTH_MIN = 5;
    private static final int BANK_ACCOUNT_LENGTH_MIN = 8;
    private static final int ACCOUNT_LENGTH_MAX = 17;
    private static final int GROUPS_MAX = 5;

    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        if (!tokens.isNumber(token)) return Optional.empty();
        Optional<Candidate> routing = WrittenNumber.at(tokens, token, ROUTING_LENGTH)
                .or(() -> WrittenNumber.at(tokens, token, ROUTING_WRITTEN))
                .flatMap(number -> routing(number, labels, token));
        return routing.isPresent() ? routing : account(tokens, labels, token);
    }

    private static Optional<Candidate> routing(WrittenNumber number, Labels labels, int token) {
        if (!hasRoutingPrefix(number) || !CheckDigits.routing(number.digits())) return Optional.empty();
        boolean isNamed = labels.name(Label.ROUTING, token, number.lastToken());
        if (!isNamed && labels.nameOther(EnumSet.of(Label.BANK_ACCOUNT), token)) return Optional.empty();
        return Candidate.of(
                PersonalData.BANK_ROUTING,
                number.from(),
                number.to(),
                isNamed ? 92 : number.isInGroups() ? 45 : 18,
                "Nine digits with the check digit and beginning of a bank's routing number"
                        + (isNamed ? ", and words beside it call it so." : "."));
    }

    private static boolean hasRoutingPrefix(WrittenNumber number) {
        int prefix = number.part(0, 2);
        boolean isIssued =
                prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) || prefix == 80;
        return isIssued && !number.isOneDigitRepeated();
    }

    private static Optional<Candidate> account(Tokens tokens, Labels labels, int token) {
        if (token > 0
                && tokens.isNumber(token - 1)
                && tokens.gapAfter(token - 1).equals("-")) return Optional.empty();
        int last = token;
        int digits = tokens.length(token);
        while (last + 1 < tokens.count()
                && last - token < GROUPS_MAX
                && tokens.isNumber(last + 1)
                && tokens.gapAfter(last).equals("-")) digits += tokens.length(++last);
        if (last - token == 2 && tokens.length(token) == 3 && digits == 10) return Optional.empty(); // a telephone's
        if (digits < ACCOUNT_LENGTH_MIN || digits > ACCOUNT_LENGTH_MAX) return Optional.empty();
        int from = tokens.from(token);
        int to = tokens.to(last);
        if (!tokens.isFree(from, to) || labels.mention(Label.LEDGER, token, last)) return Optional.empty();
        if (labels.name(Label.BANK_ACCOUNT, token, last) && digits >= BANK_ACCOUNT_LENGTH_MIN)
            return Candidate.of(
                    PersonalData.BANK_ACCOUNT,
                    from,
                    to,
                    82,
                    "As long as account numbers are; words beside it say bank.");
        if (!labels.name(Label.ACCOUNT, token, last)) return Optional.empty();
        boolean isNearBank = labels.mention(Label.BANK_ACCOUNT, token, last);
        return Candidate.of(
                PersonalData.BANK_ACCOUNT,
                from,
                to,
                isNearBank ? 76 : 50,
                "Words beside it call it the number of an account"
                        + (isNearBank ? " and speak of a bank." : ", of a bank or of a customer."));
    }
}
