package org.muniment.production;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// This is a PDF file taken apart byte by byte: one revision, one object after the other, nothing between them, before
/// them or after the end. What it does not account for, it objects to.
final class PdfParts {
    private static final String START = "%PDF-1.7\n%\u00f6\u00e4\u00fc\u00df\n";
    private static final long INFLATED_BYTES_MAX = 256L << 20;

    private final String source;
    private final Map<Integer, PdfValue> objects = new LinkedHashMap<>();
    private final Map<Integer, Range> streams = new LinkedHashMap<>();
    private final Map<Integer, Integer> offsets = new LinkedHashMap<>();
    private PdfValue.Dictionary trailer = new PdfValue.Dictionary(Map.of());

    private PdfParts(String source) {
        this.source = source;
    }

    private record Range(int from, int to) {}

    static PdfParts of(byte[] file) throws PdfIsUnexpected {
        var parts = new PdfParts(new String(file, StandardCharsets.ISO_8859_1));
        parts.read();
        return parts;
    }

    Map<Integer, PdfValue> objects() {
        return objects;
    }

    PdfValue.Dictionary trailer() {
        return trailer;
    }

    Iterable<Integer> streams() {
        return streams.keySet();
    }

    /// The stream of an object, inflated; one character for each byte.
    String stream(int object) throws PdfIsUnexpected {
        var range = streams.get(object);
        if (range == null) throw new PdfIsUnexpected("no stream where there should be one");
        var bytes = source.substring(range.from, range.to);
        boolean isDeflated = dictionary(objects.get(object)).containsKey("Filter");
        return isDeflated ? inflate(bytes.getBytes(StandardCharsets.ISO_8859_1)) : bytes;
    }

    PdfValue resolve(PdfValue value) throws PdfIsUnexpected {
        if (!(value instanceof PdfValue.Reference(var number))) return value;
        var object = objects.get(number);
        if (object == null) throw new PdfIsUnexpected("a reference to nothing");
        return object;
    }

    Map<String, PdfValue> dictionary(@Nullable PdfValue value) throws PdfIsUnexpected {
        if (value != null && resolve(value) instanceof PdfValue.Dictionary(var entries)) return entries;
        throw new PdfIsUnexpected("no dictionary where there should be one");
    }

    private void read() throws PdfIsUnexpected {
        if (!source.startsWith(START)) throw new PdfIsUnexpected("another beginning than ours");
        int at = START.length();
        while (!source.startsWith("xref\n", at)) at = readObject(at);
        readEnd(at);
    }

    private int readObject(int start) throws PdfIsUnexpected {
        int bodyAt = source.indexOf(" 0 obj\n", start);
        if (bodyAt < 0 || !source.substring(start, bodyAt).matches("[1-9][0-9]{0,8}"))
            throw new PdfIsUnexpected("something between two objects, at byte " + start);
        int number = Integer.parseInt(source, start, bodyAt, 10);
        var syntax = new PdfSyntax(source, bodyAt + 7);
        if (objects.put(number, syntax.next()) != null) throw new PdfIsUnexpected("an object twice: a former revision");
        offsets.put(number, start);
        int at = syntax.position();
        if (source.startsWith("\nstream\r\n", at)) at = readStream(number, at + 9);
        if (!source.startsWith("\nendobj\n", at)) throw new PdfIsUnexpected("something after an object, at byte " + at);
        return at + 8;
    }

    private int readStream(int number, int from) throws PdfIsUnexpected {
        var length = dictionary(objects.get(number)).get("Length");
        if (!(length instanceof PdfValue.Numeral(var bytes)) || bytes > source.length() - from)
            throw new PdfIsUnexpected("a stream without its length");
        int to = from + (int) bytes;
        if (!source.startsWith("\r\nendstream", to)) throw new PdfIsUnexpected("a stream longer than it says");
        streams.put(number, new Range(from, to));
        return to + "\r\nendstream".length();
    }

    /// The table of contents lists exactly the objects read, and is the last thing in the file.
    private void readEnd(int xref) throws PdfIsUnexpected {
        var table = new StringBuilder("xref\n0 %d\n0000000000 65535 f\r\n".formatted(objects.size() + 1));
        for (int number = 1; number <= objects.size(); number++) {
            var offset = offsets.get(number);
            if (offset == null) throw new PdfIsUnexpected("a gap in the numbers of objects");
            table.append("%010d 00000 n\r\n".formatted(offset));
        }
        table.append("trailer\n");
        if (!source.startsWith(table.toString(), xref)) throw new PdfIsUnexpected("another table of objects than ours");
        var syntax = new PdfSyntax(source, xref + table.length());
        trailer = new PdfValue.Dictionary(dictionary(syntax.next()));
        if (!source.substring(syntax.position()).equals("\nstartxref\n%d\n%%%%EOF\n".formatted(xref)))
            throw new PdfIsUnexpected("something after the end: a later revision, or bytes that are no PDF");
    }

    private static String inflate(byte[] bytes) throws PdfIsUnexpected {
        var text = new StringBuilder(bytes.length * 3);
        byte[] buffer = new byte[64 << 10];
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 || text.length() > INFLATED_BYTES_MAX) throw new PdfIsUnexpected("a damaged stream");
                text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
            if (inflater.getRemaining() > 0) throw new PdfIsUnexpected("bytes after the end of a stream");
        } catch (DataFormatException e) {
            throw new PdfIsUnexpected("a damaged stream");
        }
        return text.toString();
    }
}
