package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.muniment.merklelog.Hash;

/// Decrypts the body of one record and compares it with the public entry.
record RecordCheck(RecordOpener opener, DestructionCheck destructions) implements BodyCheck {
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
            long size = content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
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
