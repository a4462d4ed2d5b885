package org.muniment.message;

import java.util.Locale;
import org.jsoup.parser.Parser;

/// This finds the text in HTML too large to build a tree of: tags go, scripts and styles with what is in them, comments
/// too. It takes one pass and little memory, and knows nothing of tables or links.
final class HtmlSkim {
    private final String html;
    private final StringBuilder out;

    private HtmlSkim(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length() / 2);
    }

    static String text(String html) {
        return new HtmlSkim(html).all();
    }

    private String all() {
        int position = 0;
        while (position < html.length()) {
            int tag = html.indexOf('<', position);
            if (tag < 0) tag = html.length();
            if (tag > position) out.append(Parser.unescapeEntities(html.substring(position, tag), false));
            position = tag == html.length() ? tag : afterTag(tag);
        }
        return out.toString().strip();
    }

    /// What is never closed reaches to the end.
    private int afterTag(int tag) {
        if (html.startsWith("<!--", tag)) return after("-->", tag + 4);
        int close = html.indexOf('>', tag);
        if (close < 0) return html.length();
        String name = name(tag + 1);
        if (name.equals("script") || name.equals("style")) return after("</" + name, close);
        // Block or not: a line for each tag is readable enough, and keeps words apart that only tags separate.
        boolean isInline = name.equals("b") || name.equals("i") || name.equals("font") || name.equals("span");
        if (!isInline && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') out.append('\n');
        return close + 1;
    }

    private String name(int from) {
        int start = from < html.length() && html.charAt(from) == '/' ? from + 1 : from;
        int end = start;
        while (end < html.length() && end < start + 10 && Character.isLetterOrDigit(html.charAt(end))) end++;
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private int after(String end, int from) {
        for (int i = html.indexOf(end.charAt(0), from); i >= 0; i = html.indexOf(end.charAt(0), i + 1))
            if (html.regionMatches(true, i, end, 0, end.length())) return i + end.length();
        return html.length();
    }
}
