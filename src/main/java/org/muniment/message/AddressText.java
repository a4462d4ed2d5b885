package org.muniment.message;

/// This tidies the pieces of an address field.
final class AddressText {
    private AddressText() {}

    /// Obsolete syntax has spaces around the dots and the @ of an address.
    static String withoutSpaceAroundDots(String address) {
        if (address.indexOf(' ') < 0) return address;
        StringBuilder tight = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean isSpaced = i > 0 && address.charAt(i - 1) == ' ';
            if (c == '@' || c == '.') while (endsInSpace(tight)) tight.setLength(tight.length() - 1);
            tight.append(c);
            // A dot with space on one side only ends a sentence or an initial.
            if (c == '@' || (c == '.' && isSpaced))
                while (i + 1 < address.length() && address.charAt(i + 1) == ' ') i++;
        }
        return tight.toString();
    }

    static boolean endsInSpace(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
    }

    static String tight(String address) {
        String stripped = address.strip();
        if (stripped.indexOf(' ') < 0 || stripped.indexOf('"') >= 0) return stripped;
        return stripped.replace(" ", "");
    }

    static boolean isBlank(StringBuilder text) {
        return text.chars().allMatch(c -> c <= ' ');
    }

    static String cleaned(StringBuilder text) {
        if (text.isEmpty()) return "";
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = c == ' ' || c == '\t' || c == '\r' || c == '\n';
            if (!isSpace) clean.append(c);
            else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') clean.append(' ');
        }
        return clean.toString().strip();
    }

    /// Returns where the quote that opens at `open` is closed, or -1.
    static int closingQuote(String text, int open) {
        int close = text.indexOf('"', open + 1);
        while (close > 0 && isEscaped(text, open, close)) close = text.indexOf('"', close + 1);
        return close;
    }

    private static boolean isEscaped(String text, int open, int at) {
        int slashes = 0;
        while (at - 1 - slashes > open && text.charAt(at - 1 - slashes) == '\\') slashes++;
        return slashes % 2 == 1;
    }
}
