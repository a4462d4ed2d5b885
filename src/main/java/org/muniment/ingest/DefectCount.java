package org.muniment.ingest;

import java.io.IOException;
import org.muniment.archive.AccessionSet;

/// This is who knows which captures break a mail standard: whoever reads them anyway.
public interface DefectCount {
    /// Returns how many of these captures have defects; may wait until all of them were read.
    long among(AccessionSet captures) throws IOException, InterruptedException;
}
