package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where each destruction stands, so that it goes on after any stop without reading the whole log. The log is what
/// counts: what stands here says from where on to look in it.
final class DestructionBook {
    private static final String FIRST_LINE = "muniment destructions v1";

    private final Path file;
    private @Nullable List<Line> known;

    enum Step {
        /// Perhaps authorised: the log knows.
        PREPARED,
        AUTHORISED,
        /// The records' keys are out of the key table.
        BEGUN,
        /// So is the root key under which they were wrapped.
        ROTATED,
        /// The keystore has no such root key any more.
        ROOTS_DESTROYED,
        DONE,
        /// Nothing was destroyed.
        STOPPED;

        boolean isOver() {
            return this == DONE || this == STOPPED;
        }
    }

    /// One destruction.
    ///
    /// @param batch names it
    /// @param position where in the log to look for what this file does not know yet
    /// @param authorisation number of the entry; -1 while that is not known
    /// @param root 0 at first; the newest root key when the records' keys went out of use; after the rotation the
    ///     one that never wrapped them
    /// @param sinceMicros when the grace began
    record Line(String batch, Step step, long position, long authorisation, int root, long sinceMicros) {
        Line at(long newPosition) {
            return new Line(batch, step, newPosition, authorisation, root, sinceMicros);
        }

        Line to(Step newStep) {
            return new Line(batch, newStep, position, authorisation, root, sinceMicros);
        }

        Line authorisedBy(AccessionNumber number) {
            return new Line(batch, Step.AUTHORISED, number.index(), number.index(), root, sinceMicros);
        }

        Line begunUnder(int newestRoot) {
            return new Line(batch, Step.BEGUN, position, authorisation, newestRoot, sinceMicros);
        }

        Line rotatedTo(int version, long micros) {
            return new Line(batch, Step.ROTATED, position, authorisation, version, micros);
        }

        AccessionNumber authorisationNumber() {
            return new AccessionNumber(authorisation);
        }

        @Override
        public String toString() {
            return String.join(
                    " ",
                    batch,
                    step.name().toLowerCase(Locale.ROOT),
                    Long.toString(position),
                    Long.toString(authorisation),
                    Integer.toString(root),
                    Long.toString(sinceMicros));
        }

        static Line parse(String text) {
            String[] words = text.split(" ", -1);
            if (words.length != 6) throw new IllegalArgumentException("a line has six words");
            return new Line(
                    words[0],
                    Step.valueOf(words[1].toUpperCase(Locale.ROOT)),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Integer.parseInt(words[4]),
                    Long.parseLong(words[5]));
        }
    }

    /// Reads nothing yet: a book that is damaged stops destructions, not the archive.
    DestructionBook(StoreLayout layout) {
        this.file = layout.destructions();
    }

    static List<Line> read(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        TextFormat.refuseNewer(text, file);
        List<String> found = text.lines().toList();
        List<Line> lines = new ArrayList<>();
        try {
            for (String line : found.subList(1, found.size() - 1)) lines.add(Line.parse(line));
            if (text(lines).equals(text)) return List.copyOf(lines);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw damaged(file, notOurs);
        }
        throw damaged(file, new IllegalArgumentException("other bytes than were written"));
    }

    private static StoreIsDamaged damaged(Path file, RuntimeException why) {
        return new StoreIsDamaged(
                file + ": where destructions stand cannot be read; none goes on. Put back this one file from the latest"
                        + " backup. Nothing was changed.",
                why);
    }

    synchronized List<Line> lines() throws IOException {
        List<Line> read = known;
        if (read == null) known = read = read(file);
        return read;
    }

    /// Writes down where one destruction stands, a new one at the end; on disk on return.
    synchronized void put(Line line) throws IOException {
        List<Line> changed = new ArrayList<>(lines());
        if (changed.stream().anyMatch(it -> it.batch.equals(line.batch)))
            changed.replaceAll(it -> it.batch.equals(line.batch) ? line : it);
        else changed.add(line);
        replace(changed);
    }

    /// Forgets one that was never authorised.
    synchronized void forget(Line line) throws IOException {
        replace(lines().stream().filter(it -> !it.batch.equals(line.batch)).toList());
    }

    private void replace(List<Line> changed) throws IOException {
        DurableFiles.replace(file, text(changed).getBytes(StandardCharsets.UTF_8));
        known = List.copyOf(changed);
    }

    private static String text(List<Line> lines) {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        return text.append(TextFormat.checksum(text.toString())).toString();
    }
}
