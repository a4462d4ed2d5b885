package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.muniment.merklelog.Hash;

/// Decrypts the body of one record and compares it with the public entry.
record RecordCheck(RecordOpener opener, DestructionCheck destructions) implements BodyCheck {
    private static final int PIECE_BYTES = 64 << 10;

    @Override
    public void check(StoredRecord header, SegmentWindow window) throws IOException {
        try {
            checkContent(header.withBody(window));
        } catch (CaptureWasDestroyed gone) {
            destructions.destroyed(header.header(), gone.authorisation());
        }
    }

    private void checkContent(StoredRecord record) throws IOException {
        try (InputStream content = opener.stream(record)) {
            RecordContent.Head head = RecordContent.readHead(content, record.place());
            MessageDigest sha256 = Primitives.sha256();
            sha256.update(head.salt());
            byte[] piece = new byte[PIECE_BYTES];
            long size = 0;
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                sha256.update(piece, 0, read);
                size += read;
            }
            compare(record, size, Hash.of(sha256.digest()), salted(head));
            if (record.header().type() == RecordType.LIFECYCLE)
                destructions.event(EnvelopeText.event(head.envelope(), record.place()));
        }
    }

    private static void compare(StoredRecord record, long size, Hash content, Hash text) throws StoreIsDamaged {
        boolean same = switch (record.header().entry()) {
            case EntryFields.CaptureFields capture ->
                capture.sizeBytes() == size
                        && capture.content().equals(content)
                        && capture.envelope().equals(text);
            case EntryFields.DuplicateFields duplicate ->
                size == 0
                        && duplicate.envelope().equals(text)
                        && duplicate.original() < record.header().accession();
            case EntryFields.LifecycleFields lifecycle ->
                size == 0 && lifecycle.event().equals(text);
        };
        if (!same) throw new StoreIsDamaged(record.place() + ": the content is not what the public entry says");
    }

    private static Hash salted(RecordContent.Head head) {
        MessageDigest sha256 = Primitives.sha256();
        sha256.update(head.salt());
        return Hash.of(sha256.digest(head.envelope()));
    }
}
