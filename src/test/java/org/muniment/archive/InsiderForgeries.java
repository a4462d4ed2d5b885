package org.muniment.archive;

import static org.muniment.archive.InsiderAttack.Check.FULL;
import static org.muniment.archive.InsiderAttack.Check.NEXT_FULL;
import static org.muniment.archive.InsiderAttack.Check.OPENING;
import static org.muniment.archive.InsiderAttack.Check.SCRUB;
import static org.muniment.archive.InsiderAttack.Check.THIRD_PARTY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muniment.archive.Insider.Found;

/// The attacks on what is in the files, with every key in hand: checksums, hashes and chain are made right again.
final class InsiderForgeries {
    private InsiderForgeries() {}

    static List<InsiderAttack> all() {
        List<InsiderAttack> all = new ArrayList<>(ofRecords());
        all.addAll(ofKeys());
        all.addAll(InsiderHistories.all());
        return all;
    }

    private static List<InsiderAttack> ofRecords() {
        return List.of(
                new InsiderAttack(
                        "edit an entry",
                        "changes the time of a capture; checksums, leaf, trailers and chain are right",
                        SCRUB,
                        "does not hold the hashes of the entries kept",
                        (insider, _) -> editTime(insider)),
                new InsiderAttack(
                        "edit an entry, in the copy of an auditor",
                        "the same, and the auditor has no key but the public one",
                        THIRD_PARTY,
                        "does not hold the hashes of the entries kept",
                        (insider, _) -> editTime(insider)),
                new InsiderAttack(
                        "reorder messages",
                        "lets two captures of a segment change their numbers",
                        SCRUB,
                        "does not hold the hashes of the entries kept",
                        (insider, _) -> swapNumbers(insider)),
                new InsiderAttack(
                        "replace a message",
                        "puts another message, well encrypted, under the entry of this one",
                        FULL,
                        "the content is not what the public entry says",
                        (insider, _) -> replaceBody(insider)),
                new InsiderAttack(
                        "replace a message, and say it was checked",
                        "the same, and signs a note that a full check had come past it when it was stopped",
                        NEXT_FULL,
                        "the content is not what the public entry says",
                        (insider, _) -> {
                            replaceBody(insider);
                            sayItWasChecked(insider);
                        }));
    }

    static void editTime(Insider insider) throws IOException {
        Found found = insider.record(2);
        var fields = (EntryFields.CaptureFields) found.header().entry();
        var earlier = new EntryFields.CaptureFields(
                fields.timeMicros() - 86_400_000_000L,
                fields.source(),
                fields.sizeBytes(),
                fields.content(),
                fields.envelope());
        var forged = Insider.with(found.header(), earlier, 2, insider.identity().origin());
        insider.overwrite(found, forged, found.body());
    }

    private static void swapNumbers(Insider insider) throws IOException {
        Found one = insider.record(0);
        Found other = insider.record(1);
        byte[] bodyOfOne = one.body();
        byte[] bodyOfOther = other.body();
        String origin = insider.identity().origin();
        var first = Insider.with(other.header(), other.header().entry(), 0, origin);
        var second = Insider.with(one.header(), one.header().entry(), 1, origin);
        insider.overwrite(one, first, bodyOfOther);
        insider.overwrite(other, second, bodyOfOne);
    }

    private static void replaceBody(Insider insider) throws IOException {
        Found replaced = insider.record(0);
        Found by = insider.record(1);
        RecordHeader with = by.header();
        var forged = new RecordHeader(
                with.type(),
                with.flags(),
                0,
                with.names(),
                with.dictionaryId(),
                with.bodyLength(),
                replaced.header().leaf(),
                with.dataKey(),
                replaced.header().entry(),
                replaced.header().entryLength());
        insider.overwrite(replaced, forged, by.body());
    }

    private static void sayItWasChecked(Insider insider) throws IOException {
        KeyTable.Row second = insider.rows().get(1);
        SegmentHeader.Ending first = Recovery.header(insider.segment(second)).previous();
        insider.use(archive -> {
            var reached = new UnfinishedCheck.Reached(
                    insider.now.get(),
                    second.firstAccession(),
                    second.firstAccession(),
                    archive.log().root(second.firstAccession()),
                    first,
                    List.of());
            Path file = insider.folder.resolve("verification").resolve("full.reached");
            new UnfinishedCheck(file, insider.logKey()).save(reached);
        });
    }

    private static List<InsiderAttack> ofKeys() {
        return List.of(
                new InsiderAttack(
                        "swap key rows",
                        "lets two segments change their keys in the key table",
                        FULL,
                        "the wrapped key cannot be opened",
                        (insider, _) -> {
                            List<KeyTable.Row> rows = insider.rows();
                            WrappedKey key = rows.get(0).key();
                            insider.writeRows(
                                    withKey(withKey(rows, 0, rows.get(1).key()), 1, key));
                        }),
                new InsiderAttack(
                        "destroy a key",
                        "writes a fresh key, well wrapped, over that of a segment",
                        FULL,
                        "the wrapped key cannot be opened",
                        (insider, _) -> {
                            var root = insider.identity()
                                    .openVault(insider.layout(), insider.settings)
                                    .root(1, "the first root key");
                            var fresh = root.wrap(Primitives.aesKey(InsiderStore.random(32)));
                            insider.writeRows(withKey(insider.rows(), 1, fresh));
                        }),
                new InsiderAttack(
                        "other keys",
                        "makes a new keystore under the same passphrase and names it in the identity",
                        OPENING,
                        "the wrapped key cannot be opened",
                        (insider, store) -> newKeystore(insider, store.scratch())));
    }

    private static List<KeyTable.Row> withKey(List<KeyTable.Row> rows, int place, WrappedKey key) {
        List<KeyTable.Row> changed = new ArrayList<>(rows);
        KeyTable.Row row = rows.get(place);
        changed.set(
                place,
                new KeyTable.Row(
                        row.segmentId(),
                        row.createdMicros(),
                        row.firstAccession(),
                        row.keyVersion(),
                        key,
                        row.survivors()));
        return Collections.unmodifiableList(changed);
    }

    private static void newKeystore(Insider insider, Path scratch) throws IOException {
        var identity = insider.identity();
        var layout = insider.layout();
        byte[] keystore = KeyVault.create(
                Files.createDirectories(scratch).resolve("root.p12"),
                Passphrase.toOpen(insider.settings, identity.storeId(), layout.keystore()),
                identity.origin(),
                insider.settings.random(),
                Fixture.NOON);
        Files.write(layout.keystore(), keystore);
        String text = Files.readString(layout.identity())
                .replace(identity.keystoreSha256(), StoreIdentity.sha256(keystore))
                .lines()
                .limit(4)
                .reduce("", (all, line) -> all + line + "\n");
        Files.writeString(layout.identity(), text + TextFormat.checksum(text));
    }
}
