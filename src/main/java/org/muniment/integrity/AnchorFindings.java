package org.muniment.integrity;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.anchor.Anchors;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;

/// What is wrong with the outside anchors of the log, as part of a report.
final class AnchorFindings {
    private AnchorFindings() {}

    static IntegrityReport added(Anchors anchors, IntegrityReport mail) throws IOException {
        List<String> found = mail.level() == Level.QUICK ? anchors.checkQuickly() : anchors.checkFully();
        return new IntegrityReport(
                mail.level(),
                mail.checked(),
                Stream.concat(mail.findings().stream(), found.stream()).toList(),
                mail.remarks());
    }
}
