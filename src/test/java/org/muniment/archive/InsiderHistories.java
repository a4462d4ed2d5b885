package org.muniment.archive;

import static org.muniment.archive.InsiderAttack.Check.FULL;
import static org.muniment.archive.InsiderAttack.Check.OUTSIDE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The attacks on the log as a whole: another past, signed with the true key.
final class InsiderHistories {
    private static final int HISTORY_HEADER_BYTES = 32;
    private static final int HISTORY_ROW_BYTES = 112;

    private InsiderHistories() {}

    static List<InsiderAttack> all() {
        return List.of(
                new InsiderAttack(
                        "edit the log's copy of an entry",
                        "changes an entry in the log's bundle, not in the segment",
                        FULL,
                        "tile/entries/",
                        (insider, _) -> {
                            Path bundle = newestIn(insider.log().resolve("tile/entries/000.p"));
                            byte[] bytes = Files.readAllBytes(bundle);
                            bytes[40]++;
                            Files.write(bundle, bytes);
                        }),
                new InsiderAttack(
                        "sign the whole log again",
                        "changes the time of a capture, makes the log anew from what is stored, and signs it",
                        OUTSIDE,
                        "the log was rewritten",
                        (insider, _) -> {
                            InsiderForgeries.editTime(insider);
                            forgetTheAnchors(insider);
                            var _ = insider.signAgain();
                        }),
                new InsiderAttack(
                        "sign the whole log again, and keep the history",
                        "the same, but the list of checkpoints goes on with its older rows",
                        FULL,
                        "is not that of the entries kept",
                        (insider, _) -> {
                            Path history = insider.log().resolve("checkpoint-history");
                            byte[] before = Files.readAllBytes(history);
                            InsiderForgeries.editTime(insider);
                            var _ = insider.signAgain();
                            byte[] last = Files.readAllBytes(history);
                            byte[] forged = Arrays.copyOf(before, before.length);
                            System.arraycopy(
                                    last,
                                    HISTORY_HEADER_BYTES,
                                    forged,
                                    before.length - HISTORY_ROW_BYTES,
                                    HISTORY_ROW_BYTES);
                            Files.write(history, forged);
                        }),
                new InsiderAttack(
                        "replay a backup",
                        "puts an older copy of the whole data folder back",
                        OUTSIDE,
                        "the log was rolled back",
                        (insider, store) -> replay(insider, store)),
                new InsiderAttack(
                        "fork",
                        "puts an older copy back and lets other messages follow, more than there were",
                        OUTSIDE,
                        "the log was rewritten",
                        (insider, store) -> {
                            replay(insider, store);
                            insider.use(archive -> {
                                for (long i = 0; i <= InsiderStore.MESSAGES; i++)
                                    Fixture.keep(archive, Fixture.file(), InsiderStore.raw(1_000 + i));
                            });
                        }),
                new InsiderAttack(
                        "cut the end off, and sign the rest again",
                        "deletes the last segment and its key, and makes and signs the log anew",
                        OUTSIDE,
                        "the log was rolled back",
                        (insider, _) -> {
                            List<KeyTable.Row> rows = insider.rows();
                            Files.delete(insider.segment(rows.getLast()));
                            insider.writeRows(rows.subList(0, rows.size() - 1));
                            forgetTheAnchors(insider);
                            var _ = insider.signAgain();
                        }),
                new InsiderAttack(
                        "forge a line of the history",
                        "changes the root of an old checkpoint, with the right checksum",
                        FULL,
                        "the root signed for size",
                        (insider, _) -> {
                            Path history = insider.log().resolve("checkpoint-history");
                            byte[] bytes = Files.readAllBytes(history);
                            bytes[HISTORY_HEADER_BYTES + 20]++;
                            int sum = Checksum.of(bytes, HISTORY_HEADER_BYTES, HISTORY_ROW_BYTES - 4);
                            java.nio.ByteBuffer.wrap(bytes).putInt(HISTORY_HEADER_BYTES + HISTORY_ROW_BYTES - 4, sum);
                            Files.write(history, bytes);
                        }));
    }

    private static void replay(Insider insider, InsiderStore store) throws IOException {
        Insider.delete(insider.folder);
        Fixture.copy(store.backup, insider.folder);
    }

    /// With the anchors gone from beside the log, only who keeps one elsewhere can tell.
    private static void forgetTheAnchors(Insider insider) throws IOException {
        Insider.delete(insider.log().resolve("anchors"));
    }

    private static Path newestIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.reduce((_, later) -> later).orElseThrow();
        }
    }
}
