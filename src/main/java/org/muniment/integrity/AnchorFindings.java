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
        Anchors.Looked anchored = anchors.look(mail.level() != Level.QUICK);
        return new IntegrityReport(
                mail.level(),
                mail.checked(),
                together(mail.findings(), anchored.findings()),
                together(mail.remarks(), anchored.remarks()));
    }

    private static List<String> together(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
