package org.muniment.inspection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/// Looks for terms in bytes: in every way PDF writes text, in streams that nothing refers to, in files
/// within files.
final class ByteSearch {
    /// Shorter ones stand in any picture by chance.
    private static final int IN_BYTES_CHARACTERS_MIN = 5;

    private static final int IN_FONTS_CHARACTERS_MIN = 8;
    private static final int DEPTH_MAX = 3;
    private static final int WINDOW_BYTES = 4 << 20;
    private static final int OVERLAP_BYTES = 64 << 10;
    private static final int ONE_STREAM_BYTES_MAX = 64 << 20;
    private static final long ALL_STREAMS_BYTES_MAX = 512L << 20;
    private static final String TOO_LARGE = "a stream is larger than is read for terms (64 MiB, 512 MiB in all)";
    private static final List<Charset> WAYS = List.of(
            StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f][0-9A-Fa-f\\s]{7,}");
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Set<String> PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

    private static final Set<String> FONT_PROGRAMS = Set.of("Type1C", "CIDFontType0C", "OpenType");

    private final AbsentTerms terms;
    private final BiConsumer<String, String> found;
    private final Consumer<String> unread;
    private long readBytes;

    ByteSearch(AbsentTerms terms, BiConsumer<String, String> found, Consumer<String> unread) {
        this.terms = terms;
        this.found = found;
        this.unread = unread;
    }

    /// The bytes themselves, and everything packed into them.
    void search(byte[] bytes, String where) {
        search(bytes, where, 0);
    }

    void searchRaw(byte[] bytes, String where) {
        search(bytes, where, IN_BYTES_CHARACTERS_MIN, DEPTH_MAX);
    }

    /// A stream, unpacked by its own filters. Pixels are left alone; what is written into a picture's
    /// file is not.
    void searchStream(COSStream stream, String where) throws IOException {
        boolean isPicture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
        boolean isFont = stream.containsKey(COSName.LENGTH1)
                || FONT_PROGRAMS.contains(stream.getNameAsString(COSName.SUBTYPE, ""));
        int charactersMin = isFont ? IN_FONTS_CHARACTERS_MIN : IN_BYTES_CHARACTERS_MIN;
        if (isPicture && isFile(stream)) {
            try (InputStream in = stream.createRawInputStream()) {
                search(bounded(in), where, charactersMin, DEPTH_MAX);
            }
        } else if (!isPicture)
            try (InputStream in = stream.createInputStream()) {
                search(bounded(in), where, charactersMin, 0);
            }
    }

    private static boolean isFile(COSStream stream) {
        COSBase filters = stream.getFilters();
        return filters != null
                && PICTURES.stream().anyMatch(filter -> filters.toString().contains(filter));
    }

    private void search(byte[] bytes, String where, int depth) {
        search(bytes, where, IN_BYTES_CHARACTERS_MIN, depth);
    }

    private void search(byte[] bytes, String where, int charactersMin, int depth) {
        for (int from = 0; from < bytes.length; from += WINDOW_BYTES - OVERLAP_BYTES)
            searchWindow(bytes, from, Math.min(bytes.length - from, WINDOW_BYTES), where, charactersMin);
        if (depth >= DEPTH_MAX) return;
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004")) searchZip(bytes, where, depth + 1);
        if (latin.contains("endstream")) searchPacked(bytes, latin, where, depth + 1);
    }

    private void searchWindow(byte[] bytes, int from, int length, String where, int charactersMin) {
        for (Charset way : WAYS) report(new String(bytes, from, length, way), where, charactersMin);
        // Two bytes a character may begin at an odd one.
        for (Charset way : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE))
            report(new String(bytes, from + 1, length - 1, way), where, charactersMin);
        Matcher hex = HEX.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
        while (hex.find()) searchHex(hex.group().replaceAll("\\s", ""), where, charactersMin);
    }

    private void searchHex(String digits, String where, int charactersMin) {
        byte[] bytes = HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2));
        for (Charset way : WAYS) report(new String(bytes, way), where, charactersMin);
    }

    private void report(String text, String where, int charactersMin) {
        for (String term : terms.in(FoldedText.of(text), charactersMin))
            if (!StandardNames.hold(term)) found.accept(term, where);
    }

    private void searchZip(byte[] bytes, String where, int depth) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                report(entry.getName(), where, 1);
                search(bounded(zip), where, depth);
            }
        } catch (IOException | RuntimeException broken) {
            unread.accept("an attached archive could not be unpacked");
        }
    }

    /// Streams as they stand in the bytes, for those that no table lists. What does not inflate was no
    /// such stream.
    private void searchPacked(byte[] bytes, String latin, String where, int depth) {
        Matcher begin = STREAM.matcher(latin);
        while (begin.find()) {
            int length = bytes.length - begin.end();
            var packed = new ByteArrayInputStream(bytes, begin.end(), length);
            byte[] inflated = inflated(packed);
            if (inflated.length > 0) search(inflated, where, depth);
        }
    }

    /// As much of it as there is.
    private byte[] inflated(InputStream packed) {
        var inflated = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        try (InputStream in = new InflaterInputStream(packed)) {
            for (int count = in.read(some); count > 0; count = in.read(some)) {
                inflated.write(some, 0, count);
                readBytes += count;
                if (inflated.size() > ONE_STREAM_BYTES_MAX || readBytes > ALL_STREAMS_BYTES_MAX) {
                    unread.accept(TOO_LARGE);
                    break;
                }
            }
        } catch (IOException endsHere) {
            return inflated.toByteArray();
        }
        return inflated.toByteArray();
    }

    /// Throws no more memory after a bomb than the limit.
    private byte[] bounded(InputStream in) throws IOException {
        long left = ALL_STREAMS_BYTES_MAX - readBytes;
        byte[] bytes = in.readNBytes(Math.clamp(left, 0, ONE_STREAM_BYTES_MAX));
        readBytes += bytes.length;
        if (bytes.length > 0 && in.read() >= 0) unread.accept(TOO_LARGE);
        return bytes;
    }
}
