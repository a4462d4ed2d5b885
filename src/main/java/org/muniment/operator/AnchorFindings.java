package org.muniment.operator;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;

/// What is wrong with the outside anchors of the log, as part of a report.
final class AnchorFindings {
    private AnchorFindings() {}

    static IntegrityReport added(DataFolder folder, IntegrityReport mail) throws IOException {
        List<String> anchors = mail.level() == Level.QUICK
                ? folder.anchors().checkQuickly()
                : folder.anchors().checkFully();
        return new IntegrityReport(
                mail.level(),
                mail.checked(),
                Stream.concat(mail.findings().stream(), anchors.stream()).toList(),
                mail.remarks());
    }
}
