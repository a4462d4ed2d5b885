package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// This is what the charset labels of real mail mean. Where a charset has a superset that mailers send under
/// its name, the superset is read (as browsers do): windows-1252 for ISO-8859-1, GB18030 for GB2312, and so on.
final class Charsets {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LABELS_REMEMBERED = 500;
    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-8-e", "ISO-8859-8"),
            Map.entry("iso-8859-6-i", "ISO-8859-6"),
            Map.entry("iso-8859-6-e", "ISO-8859-6"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gb_2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("hz-gb-2312", "GB18030"),
            Map.entry("chinesebig5", "Big5-HKSCS"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("x-x-big5", "Big5-HKSCS"),
            Map.entry("cn-big5", "Big5-HKSCS"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("cp-1251", "windows-1251"),
            Map.entry("cp-850", "IBM850"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf-8-mac", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("x-unicode-2-0-utf-8", "UTF-8"));

    private Charsets() {}

    /// This is text with what was wrong with it: `unknown` if the label means nothing here, `damaged` if some
    /// bytes were not valid in the charset.
    record Decoded(String text, boolean unknown, boolean damaged) {}

    /// Decodes with the charset a label names; without a label, or with an unknown one, as UTF-8 if that is
    /// valid, else as windows-1252.
    static Decoded decode(byte[] bytes, int from, int to, String label) {
        if (label.isEmpty()) return new Decoded(guess(bytes, from, to), false, false);
        String clean = clean(label);
        if (Utf7.isNamed(clean)) return new Decoded(Utf7.decode(bytes, from, to), false, false);
        Optional<Charset> charset = lookup(clean);
        if (charset.isEmpty()) return new Decoded(guess(bytes, from, to), true, false);
        return decode(bytes, from, to, charset.get());
    }

    private static Decoded decode(byte[] bytes, int from, int to, Charset charset) {
        if (charset.equals(US_ASCII)) {
            boolean ascii = Bytes.isAscii(bytes, from, to);
            return new Decoded(guess(bytes, from, to), false, !ascii);
        }
        String text = new String(bytes, from, to - from, charset);
        if (text.indexOf('\uFFFD') < 0) return new Decoded(text, false, false);
        // Text that is labelled UTF-8 without one valid sequence in it was never UTF-8.
        if (charset.equals(UTF_8) && isAsciiBut(text, '\uFFFD'))
            return new Decoded(new String(bytes, from, to - from, WINDOWS_1252), false, true);
        return new Decoded(text, false, true);
    }

    /// Decodes bytes nobody labelled.
    static String guess(byte[] bytes, int from, int to) {
        if (Bytes.isAscii(bytes, from, to)) return new String(bytes, from, to - from, ISO_8859_1);
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, to - from, WINDOWS_1252);
        }
    }

    static Optional<Charset> lookup(String cleanLabel) {
        Optional<Charset> known = KNOWN.get(cleanLabel);
        if (known != null) return known;
        Optional<Charset> found = find(cleanLabel);
        if (KNOWN.size() < LABELS_REMEMBERED) KNOWN.put(cleanLabel, found);
        return found;
    }

    private static Optional<Charset> find(String label) {
        Optional<Charset> whole = named(MEANT.getOrDefault(label, label));
        if (whole.isPresent()) return whole;
        // "utf-8 sdq", "utf-8;format=flowed", "iso-8859-1*en"
        int end = 0;
        while (end < label.length() && " ;,*'\t".indexOf(label.charAt(end)) < 0) end++;
        if (end == 0 || end == label.length()) return Optional.empty();
        String first = label.substring(0, end);
        return named(MEANT.getOrDefault(first, first));
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static String clean(String label) {
        String clean = label.strip().toLowerCase(Locale.ROOT);
        if (clean.length() > 1 && (clean.charAt(0) == '"' || clean.charAt(0) == '\''))
            clean = clean.substring(1).replace("\"", "").replace("'", "").strip();
        return clean.startsWith("charset=") ? clean.substring(8) : clean;
    }

    private static boolean isAsciiBut(String text, char exception) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 && c != exception) return false;
        }
        return true;
    }
}
