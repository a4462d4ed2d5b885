package org.muniment.production;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// This is a reader of PDF syntax that shares nothing with the library that wrote the file. It knows no comments: we
/// write none, so one is an objection.
final class PdfSyntax {
    private static final String DELIMITERS = "()<>[]{}/%";
    private static final Pattern REFERENCE = Pattern.compile("([1-9][0-9]{0,8}) 0 R(?![A-Za-z0-9])");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?|[+-]?\\.[0-9]+");
    private static final int DEPTH_MAX = 64;

    private final String source;
    private int at;

    /// `source` has one character for each byte.
    PdfSyntax(String source, int at) {
        this.source = source;
        this.at = at;
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        while (at < source.length() && isSpace(source.charAt(at))) at++;
        return at == source.length();
    }

    PdfValue next() throws PdfIsUnexpected {
        return next(0);
    }

    private PdfValue next(int depth) throws PdfIsUnexpected {
        if (isAtEnd() || depth > DEPTH_MAX) throw new PdfIsUnexpected("an object that ends early or nests too deeply");
        char first = source.charAt(at);
        if (source.startsWith("<<", at)) return dictionary(depth);
        return switch (first) {
            case '<' -> hexString();
            case '(' -> literalString();
            case '[' -> listing(depth);
            case '/' -> name();
            case ')', '>', ']', '{', '}', '%' -> throw new PdfIsUnexpected("the character " + first + " out of place");
            default -> numberOrWord();
        };
    }

    private PdfValue dictionary(int depth) throws PdfIsUnexpected {
        at += 2;
        Map<String, PdfValue> entries = new LinkedHashMap<>();
        while (!isAtEnd() && !source.startsWith(">>", at)) {
            if (!(next(depth + 1) instanceof PdfValue.Name(var key)))
                throw new PdfIsUnexpected("a dictionary key that is no name");
            if (entries.put(key, withReference(depth)) != null) throw new PdfIsUnexpected("the key " + key + " twice");
        }
        at += 2;
        return new PdfValue.Dictionary(entries);
    }

    private PdfValue listing(int depth) throws PdfIsUnexpected {
        at++;
        List<PdfValue> items = new ArrayList<>();
        while (!isAtEnd() && source.charAt(at) != ']') items.add(withReference(depth));
        at++;
        return new PdfValue.Listing(items);
    }

    /// A value, or `12 0 R`.
    private PdfValue withReference(int depth) throws PdfIsUnexpected {
        if (isAtEnd()) throw new PdfIsUnexpected("an object that ends early");
        var reference = REFERENCE.matcher(source).region(at, Math.min(at + 16, source.length()));
        if (!reference.lookingAt()) return next(depth + 1);
        at = reference.end();
        return new PdfValue.Reference(Integer.parseInt(reference.group(1)));
    }

    private PdfValue hexString() throws PdfIsUnexpected {
        int end = source.indexOf('>', at);
        try {
            byte[] bytes = HexFormat.of().parseHex(source, at + 1, end);
            at = end + 1;
            return new PdfValue.Text(PdfObjects.latin(bytes));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PdfIsUnexpected("a string that is not hexadecimal");
        }
    }

    private PdfValue literalString() throws PdfIsUnexpected {
        int start = ++at;
        var bytes = new StringBuilder();
        while (at < source.length() && source.charAt(at) != ')') {
            char c = source.charAt(at++);
            if (c == '\\' && at < source.length() && "()\\".indexOf(source.charAt(at)) >= 0) c = source.charAt(at++);
            else if (c == '\\' || c == '(') throw new PdfIsUnexpected("a string we would write otherwise");
            bytes.append(c);
        }
        if (at++ >= source.length()) throw new PdfIsUnexpected("a string without an end, at byte " + start);
        return new PdfValue.Text(bytes.toString());
    }

    private PdfValue name() throws PdfIsUnexpected {
        at++;
        var name = regular();
        if (name.isEmpty() || name.indexOf('#') >= 0) throw new PdfIsUnexpected("a name we would write otherwise");
        return new PdfValue.Name(name);
    }

    private PdfValue numberOrWord() {
        var token = regular();
        return NUMBER.matcher(token).matches()
                ? new PdfValue.Numeral(Double.parseDouble(token))
                : new PdfValue.Word(token);
    }

    private String regular() {
        int start = at;
        while (at < source.length() && !isSpace(source.charAt(at)) && DELIMITERS.indexOf(source.charAt(at)) < 0) at++;
        return source.substring(start, at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }
}
