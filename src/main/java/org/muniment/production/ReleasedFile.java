package org.muniment.production;

import java.util.List;
import org.muniment.archive.AccessionNumber;

/// This is one file of a release, as the manifest lists it. Only a message's PDF has captures and Bates numbers; only a
/// PDF has pages.
public record ReleasedFile(
        String name,
        String sha256,
        long sizeBytes,
        int pages,
        String firstBates,
        String lastBates,
        List<AccessionNumber> captures) {
    public ReleasedFile {
        captures = List.copyOf(captures);
    }
}
