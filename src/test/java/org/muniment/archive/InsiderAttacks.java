package org.muniment.archive;

import static org.muniment.archive.InsiderAttack.Check.ALARM;
import static org.muniment.archive.InsiderAttack.Check.ANCHORS;
import static org.muniment.archive.InsiderAttack.Check.OPENING;
import static org.muniment.archive.InsiderAttack.Check.QUICK;
import static org.muniment.archive.InsiderAttack.Check.VERIFY_NOTE;

import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The attacks on files as they are; those on what is in them are in [InsiderForgeries].
final class InsiderAttacks {
    private InsiderAttacks() {}

    static List<InsiderAttack> all() {
        List<InsiderAttack> all = new ArrayList<>(ofFiles());
        all.addAll(ofKeysAndClock());
        all.addAll(InsiderForgeries.all());
        all.addAll(InsiderDestructions.all());
        return all;
    }

    private static List<InsiderAttack> ofFiles() {
        return List.of(
                new InsiderAttack(
                        "drop the end",
                        "deletes the last segment",
                        OPENING,
                        "segments that the key table names are missing",
                        (insider, _) ->
                                Files.delete(insider.segment(insider.rows().size() - 1))),
                new InsiderAttack(
                        "drop the end, and its key",
                        "deletes the last segment and its row in the key table",
                        OPENING,
                        "the log was signed up to entry",
                        (insider, _) -> dropSegment(insider, insider.rows().size() - 1)),
                new InsiderAttack(
                        "drop a part",
                        "deletes a segment in the middle",
                        OPENING,
                        "segments that the key table names are missing",
                        (insider, _) -> Files.delete(insider.segment(1))),
                new InsiderAttack(
                        "drop a part, and its key",
                        "deletes a segment in the middle and its row in the key table",
                        QUICK,
                        "the segment after it names another one before itself",
                        (insider, _) -> dropSegment(insider, 1)),
                new InsiderAttack(
                        "reorder segments",
                        "puts two segments in each other's place",
                        QUICK,
                        "the segment is another one than its name and the key table say",
                        (insider, _) -> swap(insider)),
                new InsiderAttack(
                        "add a segment",
                        "puts a copy of a segment beside the others under a number of its own",
                        OPENING,
                        "segments are there that the key table does not name",
                        (insider, _) -> Files.copy(
                                insider.segment(0), insider.segment(0).resolveSibling("000000000099.seg"))),
                new InsiderAttack(
                        "roll the checkpoint back",
                        "puts an older `checkpoint` back, with its true signature",
                        OPENING,
                        "One of them was rolled back",
                        (insider, store) -> Files.copy(
                                store.backup
                                        .resolve(insider.folder.relativize(insider.log()))
                                        .resolve("checkpoint"),
                                insider.log().resolve("checkpoint"),
                                StandardCopyOption.REPLACE_EXISTING)),
                new InsiderAttack(
                        "delete the history",
                        "deletes the list of every checkpoint ever signed",
                        OPENING,
                        "the history of what was signed ends at nothing",
                        (insider, _) -> Files.delete(insider.log().resolve("checkpoint-history"))),
                new InsiderAttack(
                        "remove an anchor",
                        "deletes what an outsider said about the log",
                        ANCHORS,
                        "is missing",
                        (insider, store) -> Files.delete(store.anchor(insider))),
                new InsiderAttack(
                        "change an anchor",
                        "puts an older checkpoint in the place of the one that was mailed",
                        ANCHORS,
                        "holds other bytes than were kept",
                        (insider, store) -> Files.copy(
                                store.backup
                                        .resolve(insider.folder.relativize(insider.log()))
                                        .resolve("checkpoint"),
                                store.anchor(insider),
                                StandardCopyOption.REPLACE_EXISTING)),
                new InsiderAttack(
                        "forge a report",
                        "changes the signed report of a check from findings to none",
                        VERIFY_NOTE,
                        "is not one of this text",
                        (insider, store) -> {
                            String report = new String(store.report, java.nio.charset.StandardCharsets.UTF_8);
                            Files.writeString(
                                    store.reportOf(insider),
                                    report.replace("false", "true").replace("\"segment 1 is missing\"", ""));
                        }));
    }

    private static void dropSegment(Insider insider, int place) throws java.io.IOException {
        List<KeyTable.Row> rows = new ArrayList<>(insider.rows());
        Files.delete(insider.segment(rows.get(place)));
        rows.remove(place);
        insider.writeRows(rows);
    }

    private static void swap(Insider insider) throws java.io.IOException {
        byte[] first = Files.readAllBytes(insider.segment(0));
        byte[] second = Files.readAllBytes(insider.segment(1));
        Files.write(insider.segment(0), second);
        Files.write(insider.segment(1), first);
    }

    private static List<InsiderAttack> ofKeysAndClock() {
        return List.of(
                new InsiderAttack(
                        "delete the keys",
                        "deletes the keystore with the root key",
                        OPENING,
                        "is missing: restore it from its escrow",
                        (insider, _) -> Files.delete(insider.layout().keystore())),
                new InsiderAttack(
                        "set the clock back",
                        "sets the clock back a day while nothing runs, and has a message delivered",
                        ALARM,
                        "The clock of this computer jumped back: the last entry was written at",
                        (insider, _) -> {
                            insider.now.set(Fixture.NOON.minus(Duration.ofDays(1)));
                            insider.use(archive -> Fixture.keep(archive, Fixture.file(), InsiderStore.raw(100)));
                        }),
                new InsiderAttack(
                        "set the clock back while it runs",
                        "sets the clock back two hours, has a message delivered, and sets it right again",
                        ALARM,
                        "The clock of this computer jumped",
                        (insider, _) -> insider.use(archive -> {
                            insider.now.set(Fixture.NOON.minus(Duration.ofHours(2)));
                            Fixture.keep(archive, Fixture.file(), InsiderStore.raw(100));
                            archive.publish();
                            insider.now.set(Fixture.NOON);
                        })),
                new InsiderAttack(
                        "set the clock forward",
                        "sets the clock four hundred days forward, so that retention is over",
                        ALARM,
                        "The clock of this computer jumped forward from",
                        (insider, _) -> insider.use(archive -> {
                            insider.now.set(Fixture.NOON.plus(Duration.ofDays(400)));
                            archive.publish();
                        })));
    }
}
