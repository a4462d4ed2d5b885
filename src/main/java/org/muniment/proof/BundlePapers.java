package org.muniment.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.muniment.anchor.AnchorEvidence;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.Progress;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.NoteVerifier;

/// What goes along with the items of a bundle: keys, checks, anchors, custody, completeness, and the certificate.
final class BundlePapers {
    private static final String VERIFY = "verify.sh";
    private static final List<String> INDEPENDENT = List.of("verify.py", "verify_timestamp.py");

    private final Archive archive;
    private final InstantSource clock;
    private final Testimony testimony;

    BundlePapers(Archive archive, InstantSource clock, Testimony testimony) {
        this.archive = archive;
        this.clock = clock;
        this.testimony = testimony;
    }

    /// The certificate comes last: it names what all the others are.
    void addTo(BundleFolder folder, List<Exhibit> exhibits, Checkpoint checkpoint, Selection selection)
            throws IOException {
        Instant now = clock.instant();
        List<AccessionNumber> items = exhibits.stream().map(Exhibit::accession).toList();
        CompletenessRange range = CompletenessRange.of(archive, items);
        AnchorEvidence anchors = AnchorEvidence.of(archive, items.getFirst(), items.getLast(), checkpoint);
        NoteVerifier key = archive.log().verifier();
        byte[] script = resource(VERIFY);
        folder.write("checkpoint", checkpoint.bytes());
        folder.write("keys/log.pem", key.pem());
        folder.write("keys/log.vkey", key + "\n");
        folder.write(VERIFY, script);
        folder.makeExecutable(VERIFY);
        for (String name : INDEPENDENT) folder.write(name, resource(name));
        folder.write("completeness.txt", range.text());
        folder.write("custody.csv", CustodyRecord.csv(exhibits, now));
        for (var file : anchors.files().entrySet()) folder.write("anchors/" + file.getKey(), file.getValue());
        CertificateDraft draft = new Certificate(
                        version(),
                        now,
                        selection,
                        exhibits,
                        range,
                        checkpoint,
                        key,
                        anchors.anchors(),
                        new Certificate.Identification(
                                sha256(folder.manifest().getBytes(StandardCharsets.UTF_8)), sha256(script)),
                        archive.check(IntegrityCheck.Level.QUICK, Progress.UNSEEN),
                        background(exhibits))
                .draft();
        folder.write("certificate.txt", draft.text());
        var printed = testimony.printed(draft);
        if (printed.isPresent()) folder.write("certificate.pdf", printed.get());
    }

    private Background background(List<Exhibit> exhibits) {
        return testimony.background(
                exhibits.getFirst().capturedAt(), exhibits.getLast().capturedAt());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(BundleFolder.sha256().digest(bytes));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = ProofBundle.class.getResourceAsStream(name)) {
            if (resource == null) throw new IllegalStateException(name + " is not in this build");
            return resource.readAllBytes();
        }
    }

    private static String version() {
        String version = ProofBundle.class.getPackage().getImplementationVersion();
        return version == null ? "(a build without a version)" : version;
    }
}
