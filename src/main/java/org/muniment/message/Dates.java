package org.muniment.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// This reads dates as mail has them: RFC 5322 with its obsolete zones and years, and what careless mailers
/// make of it. A date without a zone, or with one of the military letters (RFC 5322 section 4.3), is taken as
/// UTC.
final class Dates {
    private static final int DATE_CHARACTERS = 200;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONE_HOURS =
            Map.of("edt", -4, "est", -5, "cdt", -5, "cst", -6, "mdt", -6, "mst", -7, "pdt", -7, "pst", -8);
    private static final Map<String, Integer> MORE_ZONE_HOURS =
            Map.of("cet", 1, "cest", 2, "met", 1, "mest", 2, "bst", 1, "eet", 2, "eest", 3, "jst", 9, "hst", -10);

    private int day;
    private int month;
    private int year = -1;
    private int hour = -1;
    private int minute;
    private int second;
    private int offsetSeconds;

    private Dates() {}

    static Optional<Instant> parse(String text) {
        if (text.length() > DATE_CHARACTERS) return Optional.empty();
        try {
            return new Dates().read(text);
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Instant> read(String text) {
        int position = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '(') {
                int close = text.indexOf(')', position);
                position = close < 0 ? text.length() : close + 1;
            } else if (Character.isLetterOrDigit(c) || (c == '+' || c == '-')) {
                int end = position + 1;
                while (end < text.length() && isWord(text.charAt(end))) end++;
                word(text.substring(position, end));
                position = end;
            } else {
                position++;
            }
        }
        boolean isWhole = day > 0 && month > 0 && year >= 1900 && year < 10_000 && hour >= 0;
        if (!isWhole) return Optional.empty();
        LocalDateTime local = LocalDateTime.of(year, month, day, hour % 24, minute, Math.min(second, 59));
        return Optional.of(local.plusDays(hour / 24).toInstant(ZoneOffset.ofTotalSeconds(offsetSeconds)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '.' || c == '+' || c == '-' || c == '/';
    }

    private void word(String word) {
        char first = word.charAt(0);
        if (first == '+' || first == '-') {
            if (word.length() > 1) zone(word);
        } else if (!Character.isDigit(first)) {
            letters(word.toLowerCase(Locale.ROOT));
        } else if (word.indexOf(':') > 0 || (hour < 0 && isDottedTime(word))) {
            time(word);
        } else if (word.indexOf('-') > 0 || word.indexOf('/') > 0) {
            date(word);
        } else {
            number(word);
        }
    }

    private boolean isDottedTime(String word) {
        return year >= 0 && word.indexOf('.') > 0;
    }

    private void letters(String word) {
        int monthAt = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (month == 0 && monthAt >= 0 && monthAt % 3 == 0) {
            month = monthAt / 3 + 1;
        } else if (word.equals("pm") && hour >= 0 && hour < 12) {
            hour += 12;
        } else if (word.equals("am") && hour == 12) {
            hour = 0;
        } else {
            Integer hours = ZONE_HOURS.containsKey(word) ? ZONE_HOURS.get(word) : MORE_ZONE_HOURS.get(word);
            if (hours != null) offsetSeconds = hours * 3600;
            int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
            if (sign > 0) zone(word.substring(sign));
        }
    }

    private void number(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) digits++;
        int value = Integer.parseInt(word.substring(0, Math.min(digits, 9)));
        if (digits < word.length() && digits <= 2 && day == 0 && Character.isLetter(word.charAt(digits))) day = value;
        else if (day == 0 && digits <= 2) day = value;
        else if (year < 0) year = fullYear(value, digits);
        else if (digits == 4 && hour >= 0) zone("+" + word);
    }

    /// RFC 5322 section 4.3: two digits up to 49 are 20xx, three or two others count from 1900.
    private static int fullYear(int value, int digits) {
        if (digits >= 4) return value;
        return digits == 2 && value < 50 ? 2000 + value : 1900 + value;
    }

    /// `02-Jan-2006`, `2006-01-02`, `2006-01-02T15:04:05Z`, and, as journal reports write it, month first:
    /// `1/2/2006`.
    private void date(String word) {
        String[] pieces = word.split("[-/]", 4);
        if (pieces.length < 3) return;
        boolean isYearFirst = pieces[0].length() == 4;
        if (isYearFirst) {
            year = Integer.parseInt(pieces[0]);
            month = Integer.parseInt(pieces[1]);
            day = Integer.parseInt(pieces[2].substring(0, Math.min(2, pieces[2].length())));
        } else if (Character.isLetter(pieces[1].isEmpty() ? '0' : pieces[1].charAt(0))) {
            day = Integer.parseInt(pieces[0]);
            letters(pieces[1].toLowerCase(Locale.ROOT));
            year = fullYear(Integer.parseInt(pieces[2]), pieces[2].length());
        } else {
            month = Integer.parseInt(pieces[0]);
            day = Integer.parseInt(pieces[1]);
            year = fullYear(Integer.parseInt(pieces[2]), pieces[2].length());
        }
    }

    private void time(String word) {
        int t = word.indexOf('-') < 0 ? -1 : Math.max(word.indexOf('T'), word.indexOf('t'));
        if (t > 0) date(word.substring(0, t));
        int i = t + 1;
        int[] fields = new int[3];
        int field = 0;
        int digits = 0;
        for (; i < word.length() && field < 3; i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c) && ++digits <= 4) {
                fields[field] = fields[field] * 10 + Character.digit(c, 10);
            } else if (c == ':' || c == '.') {
                field++;
                digits = 0;
            } else {
                break;
            }
        }
        hour = fields[0];
        minute = fields[1];
        second = fields[2];
        while (i < word.length() && Character.isDigit(word.charAt(i))) i++;
        if (i < word.length() && !Character.isDigit(word.charAt(i))) rest(word.substring(i));
    }

    /// What is glued to a time: a zone or a half of the day.
    private void rest(String word) {
        if (word.charAt(0) == '+' || word.charAt(0) == '-') zone(word);
        else letters(word.toLowerCase(Locale.ROOT));
    }

    private void zone(String word) {
        StringBuilder digits = new StringBuilder();
        for (int i = 1; i < word.length() && digits.length() < 4; i++)
            if (Character.isDigit(word.charAt(i))) digits.append(word.charAt(i));
        if (digits.isEmpty()) return;
        int value = Integer.parseInt(digits.toString());
        int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        // Beyond 18 hours there is no zone; RFC 5322 allows the digits, so the time is taken as UTC.
        if (minutes <= 18 * 60) offsetSeconds = (word.charAt(0) == '-' ? -60 : 60) * minutes;
    }
}
