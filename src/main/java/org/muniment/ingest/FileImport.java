package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.muniment.archive.Archive;

/// This is the import of mail that lies in files: `.eml`, mbox of any dialect, Maildir, folders of them.
@SuppressWarnings("DoNotCallSuggester")
public final class FileImport {
    private final Archive archive;
    private final InstantSource clock;

    public FileImport(Archive archive, InstantSource clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /// Reads everything under the paths, in their order and by name within, and returns when all of it is on disk.
    public ImportReport run(List<Path> paths, String source, ImportProgress progress) throws IOException {
        throw new IllegalStateException("not yet " + archive.size() + clock + paths + source + progress);
    }
}
