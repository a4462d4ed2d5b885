package org.muniment.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.muniment.archive.ArchiveIsFull;
import org.muniment.archive.ArchiveIsReadOnly;
import org.muniment.archive.Incoming;

/// This is one message on its way from a file into the archive. Up to 1 MiB it is gathered in memory; what is longer
/// streams through.
final class ImportItem extends OutputStream {
    private static final int GATHERED_MAX = 1 << 20;

    private final ImportRun run;
    private final long sequence;
    private final Path path;
    private final long offset;
    private final Optional<String> sender;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private Optional<Incoming> incoming = Optional.empty();
    private boolean failed;
    private long bytes;

    ImportItem(ImportRun run, long sequence, Path path, long offset, Optional<String> sender) {
        this.run = run;
        this.sequence = sequence;
        this.path = path;
        this.offset = offset;
        this.sender = sender;
    }

    long sequence() {
        return sequence;
    }

    Path path() {
        return path;
    }

    long offset() {
        return offset;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) {
        bytes += length;
        if (failed) return;
        if (incoming.isEmpty() && bytes <= GATHERED_MAX) {
            gathered.write(buffer, from, length);
            return;
        }
        try {
            if (incoming.isEmpty()) beginToStream();
            incoming.orElseThrow().body().write(buffer, from, length);
        } catch (IOException | RuntimeException trouble) {
            failAlone(trouble);
        }
    }

    /// The archive failed with this message; it need not fail with the ones after it, unless it takes none at all.
    private void failAlone(Exception trouble) {
        abandon();
        switch (trouble) {
            case ArchiveIsFull full -> throw full;
            case ArchiveIsReadOnly readOnly -> throw readOnly;
            default -> run.fail(this, trouble);
        }
    }

    private void beginToStream() throws IOException {
        Incoming begun = run.receive(sender);
        incoming = Optional.of(begun);
        gathered.writeTo(begun.body());
        gathered.reset();
    }

    /// Ends the message: the archive goes on with it by itself.
    void finish() {
        if (failed) return;
        try {
            if (bytes == 0) throw new IOException("The message is empty.");
            if (incoming.isEmpty()) handOver();
            run.commit(incoming.orElseThrow(), bytes, this);
        } catch (IOException | RuntimeException trouble) {
            failAlone(trouble);
        }
    }

    private void handOver() throws IOException {
        Incoming begun = run.receive(sender);
        incoming = Optional.of(begun);
        gathered.writeTo(begun.body());
    }

    void abandon() {
        failed = true;
        incoming.ifPresent(Incoming::close);
        gathered.reset();
    }
}
