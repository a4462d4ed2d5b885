package org.muniment.message;

import java.util.ArrayList;
import java.util.List;

/// This is a part while its message is being read: what it holds is known, where a reader meets it not yet.
final class PartDraft {
    final String path;
    final PartHeader header;
    final List<PartDraft> children = new ArrayList<>();
    PartContent content = new PartContent.Attached();
    Placement placement = Placement.ATTACHMENT;
    long sizeBytes;

    PartDraft(String path, PartHeader header) {
        this.path = path;
        this.header = header;
    }

    boolean isContainer() {
        return content instanceof PartContent.Multipart;
    }

    Part part() {
        return new Part(
                path,
                header.mimeType(),
                header.type().parameter("charset"),
                header.disposition(),
                header.fileName(),
                header.contentId(),
                sizeBytes,
                placement,
                content);
    }
}
