package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.anchor.Anchors;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.Progress;
import org.muniment.archive.PublicCheck;
import org.muniment.integrity.BothStores;
import org.muniment.merklelog.LogIsDamaged;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.NoteVerifier;

/// The checks that open nothing: no passphrase is asked for, and no report can be signed or kept.
record CheckOfCopy(Path folder, Progress progress) {
    private static final String NOT_KEPT = "This report is not signed and was not kept: nothing was opened.";

    private static final String NO_ANCHOR =
            "Nobody outside vouches for this copy: that it was not rolled back to an earlier state, it cannot show.";
    /// Whether a level needs no opened archive.
    static boolean suffices(Level level) {
        return level == Level.SCRUB || level == Level.THIRD_PARTY;
    }

    /// @param key the one that was given; without it nobody can tell who signed
    IntegrityReport at(Level level, Optional<String> key) throws IOException {
        if (level == Level.THIRD_PARTY) return withAnchors(verifier(key));
        try (var _ = FolderLock.take(folder)) {
            IntegrityReport mail = PublicCheck.withoutKey(folder, progress);
            Path trail = folder.resolve("audit");
            Optional<IntegrityReport> audit = Files.isDirectory(trail.resolve("store"))
                    ? Optional.of(PublicCheck.withoutKey(trail, progress))
                    : Optional.empty();
            return BothStores.together(mail, audit, NOT_KEPT);
        }
    }

    private IntegrityReport withAnchors(NoteVerifier key) throws IOException {
        IntegrityReport copy = PublicCheck.withKey(folder, key, progress);
        Path log = PublicCheck.logIn(folder, key.name());
        List<String> findings = new ArrayList<>(copy.findings());
        List<String> remarks = new ArrayList<>(copy.remarks());
        try {
            findings.addAll(Anchors.checkCopy(log, key));
            int count = Anchors.countIn(log);
            remarks.add(count == 0 ? NO_ANCHOR : anchors(count));
        } catch (LogIsDamaged damaged) {
            findings.add("Anchors: they were not looked at, for " + damaged.getMessage() + ".");
        }
        return new IntegrityReport(copy.level(), copy.checked(), findings, remarks);
    }

    private static String anchors(int count) {
        return ("Anchors looked at: %,d, with the certificates and witnesses' keys beside them. That these are really the"
                        + " authorities' and witnesses' own, ask them.")
                .formatted(count);
    }

    static NoteVerifier verifier(Optional<String> key) {
        String given =
                key.orElseThrow(() -> new InputIsUnusable("--level third-party needs --key: the log's verifier key,"
                        + " from the city itself and not from beside the copy. `muniment health` prints it there."));
        try {
            return NoteVerifier.parse(given);
        } catch (NoteIsMalformed wrong) {
            throw new InputIsUnusable("--key: " + wrong.getMessage() + ".");
        }
    }
}
