package org.muniment.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.AnchorFiles;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.SignedNote;
import org.muniment.merklelog.SignedTree;
import org.muniment.merklelog.WitnessKey;

/// The comparison of the anchors that are kept with the log: each is what it claims to be, and the
/// log still begins as it did when others vouched for it.
final class AnchorCheck {
    /// A quick check looks at these, newest first: seconds, however many years of them there are.
    private static final int QUICK_MAX = 100;

    private final AnchorFiles files;
    private final SignedTree log;
    private final AnchorShelf shelf;
    private final List<String> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    AnchorCheck(AnchorFiles files, SignedTree log) {
        this.files = files;
        this.log = log;
        this.shelf = new AnchorShelf(files);
    }

    /// What the anchors that hold show to be missing, as an entry of the log explains it.
    List<String> remarks() {
        return remarks;
    }

    List<String> quick() throws IOException {
        for (Anchor anchor : shelf.all().stream().limit(QUICK_MAX).toList()) look(anchor);
        return findings;
    }

    /// Looks at all of them, and for files that are none.
    List<String> all() throws IOException {
        for (Anchor anchor : shelf.all()) look(anchor);
        for (String file : files.names())
            if (!AnchorName.isFile(file)) findings.add("Anchors: " + file + " is no file of an anchor.");
        return findings;
    }

    private void look(Anchor anchor) throws IOException {
        AnchorName name = AnchorShelf.name(anchor);
        try {
            requireTrue(anchor);
        } catch (AnchorIsRefused | NoSuchFileException wrong) {
            String why =
                    wrong instanceof NoSuchFileException missing ? missing.getFile() + " is missing." : sentence(wrong);
            findings.add("Anchor " + name + ": " + why);
        }
    }

    private static String sentence(Exception wrong) {
        return String.valueOf(wrong.getMessage());
    }

    /// Returns the first that holds; verification says what is wrong with the others.
    Optional<Anchor> firstThatHolds(List<Anchor> anchors) throws IOException {
        for (Anchor anchor : anchors) {
            try {
                var _ = requireTrue(anchor);
                return Optional.of(anchor);
            } catch (AnchorIsRefused | NoSuchFileException wrong) {
                // The next one, then.
            }
        }
        return Optional.empty();
    }

    /// Throws [AnchorIsRefused] unless the anchor holds; returns the exact time it gives.
    Instant requireTrue(Anchor anchor) throws IOException {
        AnchorName name = AnchorShelf.name(anchor);
        Instant at = switch (anchor.kind()) {
            case TIME_STAMP -> stamped(name, checkpoint(name, AnchorName.CHECKPOINT));
            case RENEWAL -> stamped(name, renewed(name));
            case COSIGNATURE -> cosigned(name);
            case MAILED -> mailed(name);
        };
        if (!at.truncatedTo(ChronoUnit.SECONDS).equals(anchor.at()))
            throw new AnchorIsRefused("It was given at " + at + ", which is not what its name says.");
        return at;
    }

    private Instant stamped(AnchorName name, byte[] bytes) throws IOException {
        byte[] certificates = shelf.read(name, AnchorName.CERTIFICATES);
        var trusted = TrustedCertificates.of(certificates, name.file(AnchorName.CERTIFICATES));
        return TokenCheck.check(shelf.read(name, AnchorName.RESPONSE), bytes, trusted);
    }

    private Instant mailed(AnchorName name) throws IOException {
        var _ = checkpoint(name, AnchorName.MAILED);
        return name.at();
    }

    private Instant cosigned(AnchorName name) throws IOException {
        byte[] cosigned = checkpoint(name, AnchorName.COSIGNED);
        String key = new String(shelf.read(name, AnchorName.WITNESS_KEY), StandardCharsets.UTF_8).strip();
        try {
            return WitnessKey.parse(key).verify(SignedNote.parse(cosigned));
        } catch (NoteIsMalformed | ProofIsInvalid wrong) {
            throw new AnchorIsRefused("The witness's signature does not hold: " + wrong.getMessage() + ".");
        }
    }

    private byte[] checkpoint(AnchorName name, String ending) throws IOException {
        byte[] bytes = shelf.read(name, ending);
        long size = (log instanceof TakenUpLog former
                        ? former.compare(
                                bytes,
                                gone -> (gone.isExplained() ? remarks : findings)
                                        .add("Anchor " + name + ": " + gone.sentence()))
                        : requireBeginningOf(log, bytes))
                .size();
        if (size != name.size()) throw new AnchorIsRefused("Its checkpoint is of size " + size + ".");
        return bytes;
    }

    private byte[] renewed(AnchorName name) throws IOException {
        String older = new String(shelf.read(name, AnchorName.RENEWS), StandardCharsets.UTF_8).strip();
        if (AnchorName.of(older, AnchorName.RESPONSE).isEmpty())
            throw new AnchorIsRefused("It does not name the response that it stamps.");
        return files.read(older);
    }

    /// Returns the checkpoint that these bytes spell, if this log signed it and still begins so. Throws
    /// [AnchorIsRefused].
    static Checkpoint requireBeginningOf(SignedTree log, byte[] bytes) throws IOException {
        try {
            Checkpoint checkpoint = LogVerifier.checkpoint(bytes, log.verifier());
            long size = log.checkpoint().map(Checkpoint::size).orElse(0L);
            if (checkpoint.size() > size)
                throw new AnchorIsRefused("It covers %d entries, but the log ends at %d: the log was rolled back."
                        .formatted(checkpoint.size(), size));
            if (!log.root(checkpoint.size()).equals(checkpoint.root()))
                throw new AnchorIsRefused("The log's first %d entries are not those it covers: the log was rewritten."
                        .formatted(checkpoint.size()));
            return checkpoint;
        } catch (NoteIsMalformed | ProofIsInvalid wrong) {
            throw new AnchorIsRefused("It is no checkpoint of this log: " + wrong.getMessage() + ".");
        }
    }
}
