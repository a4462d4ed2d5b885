package org.muniment.inspection;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.inspection.Finding.Kind;
import org.muniment.inspection.Inspection.Note;

/// What the worker says to the outside, byte by byte. It is read like any bytes from a stranger: a
/// file may have taken the worker over, and then the worst it can do is to lie about itself.
final class WorkerAnswer {
    private static final int SIGN = 0x4D494E31;
    private static final int INSPECTED = 1;
    private static final int REFUSED = 2;
    private static final int COUNT_MAX = 100_000;
    private static final int TEXT_BYTES_MAX = 1 << 16;

    private WorkerAnswer() {}

    static void write(Inspection inspection, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(SIGN);
        out.writeByte(INSPECTED);
        out.writeInt(inspection.pages());
        out.writeInt(inspection.findings().size());
        for (Finding finding : inspection.findings()) write(finding, out);
        out.writeInt(inspection.notes().size());
        for (Note note : inspection.notes()) {
            write(note.kind(), out);
            write(note.text(), out);
        }
        out.writeInt(inspection.unread().size());
        for (String what : inspection.unread()) write(what, out);
        out.flush();
    }

    static void write(Unreadable why, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(SIGN);
        out.writeByte(REFUSED);
        write(why.name(), out);
        out.flush();
    }

    /// Throws [PdfCannotBeInspected] with the worker's reason, or an [IOException] if this is no answer.
    static Inspection read(byte[] answer) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
        if (in.readInt() != SIGN) throw new IOException("not an answer");
        return switch (in.readByte()) {
            case INSPECTED -> inspection(in);
            case REFUSED -> {
                throw new PdfCannotBeInspected(
                        named(Unreadable.values(), text(in)).sentence());
            }
            default -> throw new IOException("not an answer");
        };
    }

    private static Inspection inspection(DataInputStream in) throws IOException {
        int pages = bounded(in.readInt(), Integer.MAX_VALUE);
        List<Finding> findings = new ArrayList<>();
        for (int left = bounded(in.readInt(), COUNT_MAX); left > 0; left--) findings.add(finding(in));
        List<Note> notes = new ArrayList<>();
        for (int left = bounded(in.readInt(), COUNT_MAX); left > 0; left--) notes.add(new Note(text(in), text(in)));
        List<String> unread = new ArrayList<>();
        for (int left = bounded(in.readInt(), COUNT_MAX); left > 0; left--) unread.add(text(in));
        return new Inspection(pages, findings, notes, unread);
    }

    private static void write(Finding finding, DataOutputStream out) throws IOException {
        out.writeInt(finding.page());
        write(finding.kind().name(), out);
        out.writeBoolean(finding.box().isPresent());
        if (finding.box().isPresent()) {
            Box box = finding.box().get();
            for (double edge : List.of(box.left(), box.bottom(), box.right(), box.top())) out.writeDouble(edge);
        }
        write(finding.text(), out);
        write(finding.where(), out);
    }

    private static Finding finding(DataInputStream in) throws IOException {
        int page = bounded(in.readInt(), Integer.MAX_VALUE);
        Kind kind = named(Kind.values(), text(in));
        Optional<Box> box = in.readBoolean()
                ? Optional.of(new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()))
                : Optional.empty();
        return new Finding(page, kind, box, text(in), text(in));
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, TEXT_BYTES_MAX);
        out.writeInt(length);
        out.write(bytes, 0, length);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(bounded(in.readInt(), TEXT_BYTES_MAX));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static <T extends Enum<T>> T named(T[] values, String name) throws IOException {
        for (T value : values) if (value.name().equals(name)) return value;
        throw new IOException("not an answer");
    }

    private static int bounded(int number, int max) throws IOException {
        if (number < 0 || number > max) throw new IOException("not an answer");
        return number;
    }
}
