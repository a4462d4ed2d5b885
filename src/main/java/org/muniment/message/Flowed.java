package org.muniment.message;

/// This joins the lines of `format=flowed` text again (RFC 3676): a line that ends in a space goes on in the
/// next one of the same quote depth.
final class Flowed {
    private Flowed() {}

    /// Whether the space that marks a soft line end belongs to the text (`DelSp`).
    enum Spaces {
        KEPT,
        DELETED
    }

    static String unwrap(String text, Spaces spaces) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            int depth = 0;
            while (start + depth < end && text.charAt(start + depth) == '>') depth++;
            int from = start + depth;
            if (from < end && text.charAt(from) == ' ') from++;
            boolean isSignature = text.startsWith("-- ", from) && end == from + 3;
            boolean isSoft = end > from && text.charAt(end - 1) == ' ' && !isSignature;
            if (openDepth != depth || isSignature) {
                if (openDepth >= 0) out.append('\n');
                if (depth > 0) out.append(text, start, start + depth).append(' ');
            }
            out.append(text, from, isSoft && spaces == Spaces.DELETED ? end - 1 : end);
            openDepth = isSoft ? depth : -1;
            if (!isSoft && end < text.length()) out.append('\n');
            start = end + 1;
        }
        return out.toString();
    }
}
