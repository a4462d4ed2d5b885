package org.muniment.detection;

/// The sums by which numbers guard against mistyping.
final class CheckDigits {
    private static final int[] ROUTING_WEIGHTS = {3, 7, 1};

    private CheckDigits() {}

    /// The Luhn sum (ISO/IEC 7812-1).
    static boolean luhn(String digits) {
        int sum = 0;
        for (int at = digits.length() - 1, place = 0; at >= 0; at--, place++) {
            int digit = digits.charAt(at) - '0';
            int doubled = 2 * digit;
            sum += place % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /// Nine digits of a bank's routing number, weighted 3, 7, 1.
    static boolean routing(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) sum += (digits.charAt(at) - '0') * ROUTING_WEIGHTS[at % 3];
        return sum % 10 == 0;
    }

    /// Seven digits of a prescriber's number: the first, third and fifth, and twice the others.
    static boolean prescriber(String digits) {
        int sum = 0;
        for (int at = 0; at < 6; at++) sum += (digits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 2);
        return sum % 10 == digits.charAt(6) - '0';
    }
}
