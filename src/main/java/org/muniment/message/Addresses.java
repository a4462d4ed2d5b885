package org.muniment.message;

import java.util.ArrayList;
import java.util.List;

/// This reads an address field (RFC 5322 section 3.4, with the obsolete forms), and loses nothing of one that
/// is broken: what is no address becomes a name. Semicolons separate like commas, as Outlook writes them.
final class Addresses {
    private static final int ENCODED_WORD_CHARACTERS = 300;

    private final String text;
    private final List<EmailAddress> addresses = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle = "";
    private String group = "";
    private boolean groupHasMembers;
    private boolean broken;
    private int position;
    /// Known ahead, so that no broken field makes every `<` search to the end.
    private final int lastClose;

    private final int lastComma;

    private Addresses(String text) {
        this.text = text;
        this.lastClose = text.lastIndexOf('>');
        this.lastComma = text.lastIndexOf(',');
    }

    /// These are the mailboxes of a field; `broken` if one of them is not an address.
    record Read(List<EmailAddress> addresses, boolean broken) {}

    static Read parse(String text) {
        Addresses reader = new Addresses(text);
        while (reader.position < text.length()) reader.step();
        reader.endMailbox();
        reader.endGroup();
        return new Read(List.copyOf(reader.addresses), reader.broken);
    }

    private void step() {
        char c = text.charAt(position);
        switch (c) {
            case '"' -> quoted();
            case '(' -> commented();
            case '<' -> angled();
            case ',' -> {
                position++;
                endMailbox();
            }
            case ';' -> {
                position++;
                endMailbox();
                endGroup();
            }
            case ':' -> colon();
            case '=' -> encodedWord();
            case '\\' -> {
                position++;
                if (position < text.length()) words.append(text.charAt(position++));
            }
            default -> {
                words.append(c);
                position++;
            }
        }
    }

    private void quoted() {
        int close = AddressText.closingQuote(text, position);
        if (close < 0) {
            words.append('"');
            position++;
            return;
        }
        // A quoted part before an @ belongs to the address and keeps its quotes.
        boolean isLocalPart = close + 1 < text.length() && text.charAt(close + 1) == '@';
        if (isLocalPart) words.append(text, position, close + 1);
        else
            for (int i = position + 1; i < close; i++)
                words.append(text.charAt(text.charAt(i) == '\\' && i + 1 < close ? ++i : i));
        position = close + 1;
    }

    /// An unclosed comment reaches to the end.
    private void commented() {
        int depth = 0;
        if (!comment.isEmpty()) comment.append(' ');
        for (; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c == '\\' && position + 1 < text.length()) {
                comment.append(text.charAt(++position));
            } else if (c == '(') {
                if (depth++ > 0) comment.append(c);
            } else if (c == ')') {
                if (--depth == 0) break;
                comment.append(c);
            } else {
                comment.append(c);
            }
        }
        position++;
        words.append(' ');
    }

    private void angled() {
        while (position + 1 < text.length() && text.charAt(position + 1) == '<') position++;
        int close = position > lastClose ? -1 : text.indexOf('>', position);
        boolean isRoute = position + 1 < text.length() && text.charAt(position + 1) == '@';
        int comma = close >= 0 || isRoute || position > lastComma ? -1 : text.indexOf(',', position);
        int end = close >= 0 ? close : comma >= 0 ? comma : text.length();
        if (!angle.isEmpty()) endMailbox();
        String inside = text.substring(position + 1, end);
        int routeEnd = isRoute ? inside.indexOf(':') : -1;
        angle = AddressText.tight(inside.substring(routeEnd + 1));
        position = end;
        while (position < text.length() && text.charAt(position) == '>') position++;
    }

    private void colon() {
        position++;
        boolean isGroup = angle.isEmpty() && group.isEmpty() && words.indexOf("@") < 0 && !AddressText.isBlank(words);
        if (isGroup) {
            group = AddressText.cleaned(words);
            groupHasMembers = false;
            words.setLength(0);
        } else {
            words.append(':');
        }
    }

    /// Commas and other specials inside an encoded word are not separators, though mailers should have encoded
    /// them.
    private void encodedWord() {
        int end = position + 1 < text.length() && text.charAt(position + 1) == '?' ? wordEnd() : -1;
        if (end < 0) {
            words.append('=');
            position++;
        } else {
            words.append(text, position, end);
            position = end;
        }
    }

    private int wordEnd() {
        int questions = 0;
        int stop = Math.min(text.length(), position + ENCODED_WORD_CHARACTERS);
        for (int i = position + 1; i < stop; i++) {
            char c = text.charAt(i);
            if (c == '?') questions++;
            if (c == '=' && questions >= 4 && text.charAt(i - 1) == '?') return i + 1;
            if (c == '<') return -1;
        }
        return -1;
    }

    private void endMailbox() {
        String name = AddressText.cleaned(words);
        String remark = AddressText.cleaned(comment);
        if (!angle.isEmpty()) {
            add(name.isEmpty() ? remark : name, angle);
        } else if (!name.isEmpty()) {
            bare(name, remark);
        } else if (!remark.isEmpty()) {
            add(remark, "");
        }
        words.setLength(0);
        comment.setLength(0);
        angle = "";
    }

    private void bare(String name, String remark) {
        String tight = AddressText.withoutSpaceAroundDots(name);
        if (tight.indexOf('@') < 0) {
            add(remark.isEmpty() ? name : name + " (" + remark + ")", "");
        } else if (tight.indexOf(' ') < 0 || tight.startsWith("\"")) {
            add(remark, tight);
        } else {
            int at = tight.indexOf('@');
            int start = tight.lastIndexOf(' ', at) + 1;
            int end = tight.indexOf(' ', at);
            if (end < 0) end = tight.length();
            add((tight.substring(0, start) + tight.substring(end)).strip(), tight.substring(start, end));
        }
    }

    private void add(String name, String address) {
        broken |= address.indexOf('@') <= 0;
        groupHasMembers = true;
        addresses.add(new EmailAddress(EncodedWords.decode(name), EncodedWords.decode(address)));
    }

    private void endGroup() {
        if (!group.isEmpty() && !groupHasMembers) addresses.add(new EmailAddress(EncodedWords.decode(group), ""));
        group = "";
    }
}
