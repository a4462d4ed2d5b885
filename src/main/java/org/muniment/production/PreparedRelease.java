package org.muniment.production;

import java.nio.file.Path;
import java.util.List;

/// This is a release that waits for a second person: a folder of files, and the manifest that binds each of them.
public record PreparedRelease(Path folder, String manifestSha256, long manifestBytes, List<ReleasedFile> files) {
    public PreparedRelease {
        files = List.copyOf(files);
    }
}
