package org.muniment.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchivedMessage;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.TlogProof;
import org.muniment.message.MailParser;

/// This is the writer of proof bundles: folders that show to anyone, with bash and openssl or with Python alone, that
/// messages are what the archive took into custody.
///
/// A bundle holds each message's salt: from then on its leaf in the log confirms the content, for ever.
public final class ProofBundle {
    private static final int ITEMS_MAX = 10_000;
    private static final Duration SIGNED_WITHIN = Duration.ofSeconds(30);

    private final Archive archive;
    private final BundlePapers papers;

    public ProofBundle(Archive archive, InstantSource clock, Testimony testimony) {
        this.archive = archive;
        this.papers = new BundlePapers(archive, clock, testimony);
    }

    /// What a person is told of a bundle that was written.
    public record Written(Path folder, List<AccessionNumber> items, String keyFingerprint, String manifestSha256) {
        public Written {
            items = List.copyOf(items);
        }

        public String warning() {
            return "The bundle holds the salt of each message: whoever has it can confirm, for ever, that exactly these "
                    + "bytes are the ones in the log. Hand it only to those who may read the messages.";
        }
    }

    /// Writes the bundle of these captures to a folder that does not exist yet or is empty; at most 10,000 of them. The
    /// folder appears when it is complete. Throws
    /// [org.muniment.archive.NoSuchCapture], [org.muniment.archive.CaptureWasDestroyed],
    /// [OutputIsNotEmpty] or [NotYetSigned].
    ///
    /// @param releases with which the captures went out, as far as whoever makes the bundle may know
    public Written write(Path out, List<AccessionNumber> accessions, Selection selection, KnownReleases releases)
            throws IOException {
        List<AccessionNumber> wanted = accessions.stream().distinct().sorted().toList();
        if (wanted.isEmpty() || wanted.size() > ITEMS_MAX)
            throw new IllegalArgumentException("a bundle has 1 to 10,000 items, not " + wanted.size());
        for (AccessionNumber accession : wanted) archive.message(accession);
        try (BundleFolder folder = BundleFolder.beside(out)) {
            Checkpoint checkpoint = checkpointAfter(wanted.getLast());
            List<Exhibit> exhibits = new ArrayList<>();
            for (AccessionNumber accession : wanted) exhibits.add(item(folder, accession, checkpoint, releases));
            papers.addTo(folder, exhibits, checkpoint, selection);
            String manifestSha256 = sign(folder);
            folder.complete();
            return new Written(out, wanted, archive.log().verifier().fingerprint(), manifestSha256);
        }
    }

    // What was captured a moment ago is signed within about a second.
    private Checkpoint checkpointAfter(AccessionNumber last) throws IOException {
        try {
            return archive.log()
                    .awaitCheckpoint(last.index(), SIGNED_WITHIN)
                    .orElseThrow(() -> new NotYetSigned(last, SIGNED_WITHIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for the log to be signed");
        }
    }

    private Exhibit item(BundleFolder folder, AccessionNumber accession, Checkpoint checkpoint, KnownReleases releases)
            throws IOException {
        ArchivedMessage message = archive.message(accession);
        String item = "items/" + accession + "/";
        TlogProof proof = new TlogProof(archive.log().prove(accession.index(), checkpoint.size()), checkpoint);
        byte[] entry = message.entryText();
        byte[] envelope = message.envelopeBytes();
        folder.write(item + "salt.bin", message.salt());
        folder.write(item + "entry.txt", entry);
        folder.write(item + "envelope.json", envelope);
        folder.write(item + "record.tlog-proof", proof.bytes());
        MessageDigest content = BundleFolder.sha256();
        content.update(message.salt());
        byte[] sha256;
        try (InputStream raw = message.open()) {
            sha256 = folder.copy(item + "raw.eml", raw, content);
        }
        check(message, proof, content.digest());
        return new Exhibit(
                accession,
                message.capturedAt(),
                message.envelope(),
                messageId(message),
                message.sizeBytes(),
                HexFormat.of().formatHex(sha256),
                Hash.ofLeaf(entry),
                releases.of(accession));
    }

    // What will be shown to a court is checked here first, by the rules the court's own check uses.
    private void check(ArchivedMessage message, TlogProof proof, byte[] content) {
        EntryText entry = EntryText.of(message.entryText());
        byte[] envelope = BundleFolder.sha256().digest(concat(message.salt(), message.envelopeBytes()));
        if (!entry.contentHash().equals(HexFormat.of().formatHex(content)))
            throw new CaptureDoesNotMatchLog(message.accession(), "its bytes are not those of its log entry");
        if (!entry.envelopeHash().equals(HexFormat.of().formatHex(envelope)))
            throw new CaptureDoesNotMatchLog(message.accession(), "its envelope is not that of its log entry");
        try {
            LogVerifier.verify(proof, message.entryText(), archive.log().verifier());
        } catch (ProofIsInvalid e) {
            throw new CaptureDoesNotMatchLog(message.accession(), "its proof is not valid: " + e.getMessage());
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String messageId(ArchivedMessage message) throws IOException {
        try (InputStream raw = message.open()) {
            return MailParser.parse(raw).message().messageId();
        }
    }

    private String sign(BundleFolder folder) throws IOException {
        String manifest = folder.manifest();
        byte[] signature = archive.sign(manifest).signatures().getFirst().bytes();
        folder.write(BundleFolder.MANIFEST, manifest);
        folder.write(BundleFolder.MANIFEST + ".sig", signature);
        return HexFormat.of().formatHex(BundleFolder.sha256().digest(manifest.getBytes(StandardCharsets.UTF_8)));
    }
}
