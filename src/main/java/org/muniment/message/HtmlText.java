package org.muniment.message;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// This finds the text in HTML: blocks on lines of their own, cells of a table side by side, links as `text
/// (address)`, images by their alternative text. Text that a style hides is text all the same: what a sender
/// hid from the reader is just what a search should find. Scripts, styles and comments are no text.
final class HtmlText implements NodeVisitor {
    /// Beyond these, no tree is built: a hostile one would take hundreds of megabytes.
    private static final int TREE_CHARACTERS = 2 << 20;

    private static final int TREE_TAGS = 50_000;

    private final StringBuilder out;
    private int preformatted;
    private int silent;
    private boolean spacePending;
    private int breaksPending;
    private boolean isRowEmpty = true;

    private HtmlText(int sizeHint) {
        out = new StringBuilder(sizeHint);
    }

    /// This is the text; `isCut` if there was more.
    record Read(String text, boolean isCut) {}

    static Read read(String html) {
        if (isLarge(html)) return new Read(HtmlSkim.text(html), false);
        HtmlText reader = new HtmlText(Math.min(html.length() / 2, 1 << 20));
        try {
            Jsoup.parse(html).traverse(reader);
            return new Read(reader.out.toString().stripTrailing(), false);
        } catch (RuntimeException tooStrange) {
            // A parser of hostile HTML may fail in any way; what was read up to there is kept, and the rest is a
            // defect.
            return new Read(reader.out.toString(), true);
        }
    }

    private static boolean isLarge(String html) {
        if (html.length() > TREE_CHARACTERS) return true;
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) if (++tags > TREE_TAGS) return true;
        return false;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (silent == 0) append(text.getWholeText());
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        switch (name) {
            case "script", "style", "template", "head" -> silent++;
            case "pre", "textarea" -> {
                breakLine(1);
                preformatted++;
            }
            case "br" -> hardBreak();
            case "hr" -> {
                breakLine(1);
                append("----");
                breakLine(1);
            }
            case "li" -> {
                breakLine(1);
                append("* ");
            }
            case "td", "th" -> cell();
            case "tr" -> {
                breakLine(1);
                isRowEmpty = true;
            }
            case "img" -> alternativeText(element);
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "table" -> breakLine(2);
            default -> {
                if (element.isBlock()) breakLine(1);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) return;
        switch (element.normalName()) {
            case "script", "style", "template", "head" -> silent--;
            case "pre", "textarea" -> {
                preformatted--;
                breakLine(1);
            }
            case "a" -> address(element);
            case "td", "th" -> spacePending = true;
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "table" -> breakLine(2);
            default -> {
                if (element.isBlock()) breakLine(1);
            }
        }
    }

    private void cell() {
        boolean isLineOpen = !out.isEmpty() && breaksPending == 0;
        if (!isRowEmpty && isLineOpen) {
            out.append('\t');
            spacePending = false;
        }
        isRowEmpty = false;
    }

    private void alternativeText(Element image) {
        String text = image.attr("alt").strip();
        if (silent == 0 && !text.isEmpty()) append("[" + text + "]");
    }

    private void address(Element link) {
        String address = link.attr("href").strip();
        boolean isUseful = !address.isEmpty() && !address.startsWith("#") && !address.startsWith("javascript:");
        if (silent > 0 || !isUseful) return;
        String shown = address.toLowerCase(Locale.ROOT).startsWith("mailto:") ? address.substring(7) : address;
        if (!endsWith(shown)) append(" (" + shown + ")");
    }

    /// Whether the text of the link is its address already.
    private boolean endsWith(String shown) {
        int from = out.length() - shown.length();
        return from >= 0 && out.indexOf(shown, from) == from;
    }

    private void hardBreak() {
        breaksPending++;
        spacePending = false;
    }

    private void breakLine(int lines) {
        breaksPending = Math.max(breaksPending, lines);
        spacePending = false;
    }

    private void append(String text) {
        if (preformatted > 0) {
            flush();
            out.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                spacePending = true;
            } else {
                flush();
                out.append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    private void flush() {
        if (out.isEmpty()) {
            breaksPending = 0;
            spacePending = false;
            return;
        }
        if (breaksPending > 0) {
            while (!out.isEmpty() && (out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\t'))
                out.setLength(out.length() - 1);
            for (; breaksPending > 0; breaksPending--) out.append('\n');
            spacePending = false;
        } else if (spacePending) {
            char last = out.charAt(out.length() - 1);
            if (last != '\n' && last != '\t') out.append(' ');
            spacePending = false;
        }
    }
}
