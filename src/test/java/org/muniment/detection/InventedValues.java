package org.muniment.detection;

import java.util.Locale;
import java.util.Random;

/// Values for [InventedLetters]. Telephone numbers are of the range kept for fiction; everything else is random.
final class InventedValues {
    private static final String[] STREETS = {
        "Mill", "Larkspur", "Old Canal", "Alder", "East Foundry", "42nd", "St. Mark's"
    };
    private static final String[] ENDINGS = {"Street", "St.", "Avenue", "Road", "Rd", "Lane", "Court", "Blvd", "Drive"};
    private static final String[] TOWNS = {
        "Hartford, CT", "Quincy, MA", "Milwaukee, WI", "Westminster CO", "New Haven, CT"
    };
    private static final String[] AREAS = {"203", "860", "617", "414", "303"};
    private static final String[] MONTHS = {"January", "Feb.", "March", "April", "May", "June", "Sept.", "December"};
    private static final String[] PROVIDERS = {"gmail.com", "yahoo.com", "hotmail.com", "comcast.net", "icloud.com"};
    private static final String[] NAMES = {"marisol.v", "ida_morrow", "rdulle77", "o'brien", "tobin+city"};
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY";

    private final Random random;

    InventedValues(Random random) {
        this.random = random;
    }

    static PersonalData kind(String blank) {
        return switch (blank.split("-")[0]) {
            case "ssn" -> PersonalData.SOCIAL_SECURITY_NUMBER;
            case "itin" -> PersonalData.TAXPAYER_NUMBER;
            case "card", "amex" -> PersonalData.PAYMENT_CARD;
            case "routing" -> PersonalData.BANK_ROUTING;
            case "account", "customer" -> PersonalData.BANK_ACCOUNT;
            case "phone", "local" -> PersonalData.PHONE;
            case "email", "own" -> PersonalData.PERSONAL_EMAIL;
            case "address", "full", "box" -> PersonalData.HOME_ADDRESS;
            case "birth" -> PersonalData.BIRTH_DATE;
            case "licence" -> PersonalData.DRIVER_LICENCE;
            case "passport" -> PersonalData.PASSPORT;
            case "mbi" -> PersonalData.MEDICARE_NUMBER;
            case "dea" -> PersonalData.DEA_NUMBER;
            case "npi" -> PersonalData.PROVIDER_NUMBER;
            default -> throw new IllegalArgumentException(blank);
        };
    }

    String of(String blank) {
        return switch (blank) {
            case "ssn" -> ssn("-");
            case "ssn-plain" -> ssn("");
            case "ssn-spaces" -> ssn(" ");
            case "ssn-dots" -> ssn(".");
            case "itin" -> "9%s-%d-%s".formatted(digits(2), 70 + random.nextInt(19), digits(4));
            case "card" -> grouped(checked("4" + digits(14)));
            case "card-plain" -> checked("53" + digits(13));
            case "amex" -> checked("37" + digits(12));
            case "routing" -> routing();
            case "account" -> "1" + digits(7 + random.nextInt(6));
            case "customer", "six" -> "%06d".formatted(100_000 + random.nextInt(900_000));
            case "phone" -> random.nextBoolean() ? phone("(%s) 555-%s") : phone("%s-555-%s");
            case "phone-plain" -> phone("%s555%s");
            case "phone-dots" -> phone("%s.555.%s");
            case "local-phone" -> "555-01" + digits(2);
            case "work-phone" -> phone("%s-555-%s");
            case "email" -> one(NAMES) + "@" + one(PROVIDERS);
            case "own-domain-email" -> one(NAMES) + "@vantreight-family.example";
            case "address" -> address();
            case "city-address" -> random.nextInt(1, 900) + " Main Street";
            case "address-apt" -> address() + one(", apartment ", ", Apt. ", " #", ", Unit ") + random.nextInt(1, 40);
            case "address-small" -> address().toLowerCase(Locale.ROOT);
            case "address-bare" -> random.nextInt(1, 1900) + " " + one("Broadway", "Larkspur", "The Green", "Route 44");
            case "ssn-broken" -> ssn("-\n");
            case "card-broken" -> grouped(checked("4" + digits(14))).replaceFirst(" ", "\n");
            case "full-address" -> address() + ", " + one(TOWNS) + " " + digits(5);
            default -> more(blank);
        };
    }

    private String more(String blank) {
        return switch (blank) {
            case "birth" -> "%d/%d/%d".formatted(month(), day(), year());
            case "birth-dashes" -> "%02d-%02d-%d".formatted(month(), day(), year());
            case "birth-words" -> one(MONTHS) + " " + day() + ", " + year();
            case "birth-day" -> one(MONTHS) + " " + day();
            case "date" -> "%d/%d/%d".formatted(month(), day(), 2020 + random.nextInt(7));
            case "licence-wi" -> "%s%s-%s-%s-%s".formatted(letter(), digits(3), digits(4), digits(4), digits(2));
            case "licence-ma" -> "S" + digits(8);
            case "licence-co" -> "%s-%s-%s".formatted(digits(2), digits(3), digits(4));
            case "licence-ct", "passport" -> "%d%s".formatted(1 + random.nextInt(8), digits(8));
            case "passport-letter" -> letter() + digits(8);
            case "mbi" ->
                "%d%s%d%d-%s%d%d-%s%s%s"
                        .formatted(
                                1 + random.nextInt(9),
                                letter(),
                                digit(),
                                digit(),
                                letter(),
                                digit(),
                                digit(),
                                letter(),
                                letter(),
                                digits(2));
            case "mbi-plain" -> of("mbi").replace("-", "");
            case "dea" -> dea();
            case "npi" -> checked("80840" + "1" + digits(8)).substring(5);
            case "nine" -> "7" + digits(8);
            case "eight" -> digits(8);
            case "box" -> "P.O. Box " + digits(3);
            case "eleven" -> digits(11);
            case "ein" -> digits(2) + "-" + digits(7);
            case "gl" -> "%s-%s-%s".formatted(digits(3), digits(4), digits(4));
            case "tracking" -> "94001" + digits(17);
            case "docket" -> digits(2) + "-" + digits(4);
            case "parcel" -> "%s-%s-%s".formatted(digits(3), digits(2), digits(3));
            case "serial" -> "SN" + digits(9);
            case "isbn" -> "978-" + digits(1) + "-" + digits(4) + "-" + digits(4) + "-" + digits(1);
            case "zip" -> digits(5) + "-" + digits(4);
            case "amount" -> "%d,%s.00".formatted(1 + random.nextInt(90), digits(3));
            default -> throw new IllegalArgumentException(blank);
        };
    }

    private String ssn(String separator) {
        return "%03d%s%02d%s%04d"
                .formatted(
                        100 + random.nextInt(500),
                        separator,
                        1 + random.nextInt(99),
                        separator,
                        1 + random.nextInt(9_999));
    }

    private String phone(String form) {
        return form.formatted(one(AREAS), "01" + digits(2));
    }

    private String address() {
        return random.nextInt(1, 1900) + " " + one(STREETS) + " " + one(ENDINGS);
    }

    private String routing() {
        String start = "0" + (1 + random.nextInt(9)) + digits(6);
        for (int last = 0; last < 10; last++) if (CheckDigits.routing(start + last)) return start + last;
        throw new IllegalStateException();
    }

    private String dea() {
        String six = digits(6);
        for (int last = 0; last < 10; last++) if (CheckDigits.prescriber(six + last)) return "BM" + six + last;
        throw new IllegalStateException();
    }

    private static String checked(String start) {
        for (int last = 0; last < 10; last++) if (CheckDigits.luhn(start + last)) return start + last;
        throw new IllegalStateException();
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) digits.append(digit());
        return digits.toString();
    }

    private int digit() {
        return random.nextInt(10);
    }

    private String letter() {
        return String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))).toUpperCase(Locale.ROOT);
    }

    private int month() {
        return 1 + random.nextInt(12);
    }

    private int day() {
        return 1 + random.nextInt(28);
    }

    private int year() {
        return 1940 + random.nextInt(65);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
