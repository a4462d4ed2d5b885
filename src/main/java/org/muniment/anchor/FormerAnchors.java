package org.muniment.anchor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.AnchorFiles;
import org.muniment.archive.Archive;

/// The anchors of the logs that this one took up from backups: they hold as long as the beginning does.
record FormerAnchors(Archive archive) {
    /// Looks at the newest of each log, or at all.
    Anchors.Looked look(boolean all) throws IOException {
        List<String> findings = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (String origin : archive.epochs().formerOrigins()) {
            AnchorFiles files = archive.epochs().anchors(origin);
            if (files.names().isEmpty()) continue;
            var check = new AnchorCheck(files, TakenUpLog.of(archive, origin));
            findings.addAll(all ? check.all() : check.quick());
            remarks.addAll(check.remarks());
        }
        return new Anchors.Looked(findings, remarks);
    }

    /// The folders in which a file may lie that an entry names: that of this log, and those of the former ones.
    List<AnchorFiles> folders() throws IOException {
        List<AnchorFiles> folders = new ArrayList<>();
        folders.add(archive.anchors());
        for (String origin : archive.epochs().formerOrigins())
            folders.add(archive.epochs().anchors(origin));
        return folders;
    }
}
