package org.muniment.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.Archive;

/// This is the import of mail that lies in files: `.eml`, mbox of any dialect, Maildir, folders of them. What a file
/// is, is known by its place or name, else by its content; what is no mail is reported.
///
/// The record is the message's bytes. A `.eml` and a file of a Maildir are kept as they are, first to last byte, even
/// if the first line is an mbox `From ` line. From an mbox, the separator lines and the blank line before each are
/// not kept, for they are the mailbox's; quoting of `From ` lines is undone (see [MboxDialect]); line ends stay.
///
/// An import that was stopped is simply run again: the archive recognises what it has already, by source and bytes.
public final class FileImport {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Archive archive;
    private final InstantSource clock;
    private final DefectCount defects;

    public FileImport(Archive archive, InstantSource clock, DefectCount defects) {
        this.archive = archive;
        this.clock = clock;
        this.defects = defects;
    }

    /// Reads everything under the paths, in their order and by name within, and returns when all of
    /// it is on disk and its defects are counted. Throws [ArchiveIsFull] or [ArchiveIsReadOnly] if
    /// the archive stops taking mail; what was read before is kept.
    public ImportReport run(List<Path> paths, String source, ImportProgress progress)
            throws IOException, InterruptedException {
        try (ImportRun run = new ImportRun(archive, source, clock, defects, progress)) {
            MailFiles files = new MailFiles(file -> read(file, run), (path, reason) -> run.fail(path, 0, reason));
            paths.forEach(files::visit);
            return run.report();
        }
    }

    private static void read(MailFile file, ImportRun run) {
        try {
            switch (file.kind()) {
                case MESSAGE -> readMessage(file.path(), run);
                case MBOX -> readMbox(file.path(), run);
            }
        } catch (IOException unreadable) {
            run.fail(file.path(), run.offset(), "The file cannot be read: " + MailFiles.reason(unreadable));
        }
    }

    private static void readMessage(Path path, ImportRun run) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            OutputStream message = run.begin(path, 0, Optional.empty());
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) message.write(buffer, 0, length);
            run.end();
        }
    }

    private static void readMbox(Path path, ImportRun run) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            MboxReader.Messages messages = new MboxReader.Messages() {
                @Override
                public OutputStream begin(long offset, Optional<String> sender) {
                    return run.begin(path, offset, sender);
                }

                @Override
                public void end() {
                    run.end();
                }
            };
            new MboxReader(file, MboxDialect.of(file), messages, MboxReader.BUFFER_BYTES).read();
        }
    }
}
