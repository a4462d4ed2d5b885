package org.muniment.archive;

import static org.muniment.archive.InsiderAttack.Check.FULL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.muniment.archive.DestructionBook.Step;

/// The attacks on destruction: to destroy without leave, and to keep what is said to be gone.
final class InsiderDestructions {
    private static final AccessionRanges GOING = AccessionRanges.of(List.of(new AccessionNumber(1)));

    private InsiderDestructions() {}

    static List<InsiderAttack> all() {
        return List.of(
                new InsiderAttack(
                        "destroy what a hold saved",
                        "takes the keys of a message whose destruction was authorised and then stopped, and writes down that it was begun",
                        FULL,
                        "the log says that this destruction was stopped",
                        (insider, _) -> destroyWhatWasSaved(insider)),
                new InsiderAttack(
                        "keep the old root key",
                        "has a message destroyed, and writes into the book that all is done, so that the old root key stays",
                        FULL,
                        "is complete, and the log does not",
                        (insider, _) -> callItDone(insider)),
                new InsiderAttack(
                        "strike a holder from the list",
                        "takes an entry out of `escrows`, so that no destruction waits for whom the root keys were sealed to",
                        FULL,
                        "does not name what the log says of copies of the root keys",
                        (insider, _) -> strikeAHolder(insider)),
                new InsiderAttack(
                        "attest for a holder",
                        "writes into the log that a holder attests, without their signature",
                        FULL,
                        "they did not sign that",
                        (insider, _) -> attestFor(insider)),
                new InsiderAttack(
                        "destroy what is held, and let the archive say so",
                        "takes the keys of a message that is held out of the key table, under a batch that waits, and starts the archive",
                        FULL,
                        "no entry of the log says that this destruction was begun",
                        (insider, _) -> letTheArchiveSayIt(insider)));
    }

    private static EscrowEvent.Escrowed sealed(Insider insider) throws Exception {
        Path place = Files.createDirectories(insider.folder.resolveSibling(insider.folder.getFileName() + "-holder"));
        Holder clerk = Holder.in(place, "Clerk", 3072, Fixture.NOON);
        var holder = EscrowHolder.of(Files.readAllBytes(clerk.certificate()));
        String certificate = Base64.getEncoder().encodeToString(holder.encoded());
        return new EscrowEvent.Escrowed(1, holder.fingerprint(), holder.name(), "ab".repeat(32), certificate);
    }

    private static void strikeAHolder(Insider insider) throws Exception {
        EscrowEvent.Escrowed sealed = sealed(insider);
        insider.use(archive -> {
            archive.record(sealed.written());
            archive.rootKeys().escrows().copies();
        });
        EscrowIsProvedTest.strike(insider.folder);
    }

    private static void attestFor(Insider insider) throws Exception {
        EscrowEvent.Escrowed sealed = sealed(insider);
        insider.use(archive -> {
            archive.record(sealed.written());
            archive.record(new EscrowEvent.Destroyed(1, sealed.holder(), sealed.name(), "").written());
        });
    }

    private static void letTheArchiveSayIt(Insider insider) throws IOException {
        SwappedByHandTest.swap(insider);
        var guard = new TestGuard();
        insider.use(archive -> {
            guard.hold(1, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            archive.destructions().guardedBy(guard, insider.now::get);
            archive.destructions().goOn();
        });
    }

    private static void destroyWhatWasSaved(Insider insider) throws IOException {
        var authorised = new DestructionEvent.Authorised(
                "0".repeat(32), TestDestruction.FORM, GOING, new AccessionRanges(List.of()), -1);
        AccessionNumber authorisation;
        try (var archive = insider.open()) {
            authorisation = archive.record(authorised.written());
            archive.record(new DestructionEvent.Stopped(authorisation, GOING).written());
            archive.publish();
        }
        TestDestruction.swap(insider, GOING, authorisation);
        insider.use(archive -> archive.record(new DestructionEvent.Begun(authorisation, GOING).written()));
    }

    private static void callItDone(Insider insider) throws IOException {
        insider.use(archive -> {
            archive.destructions().guardedBy(new TestGuard(), insider.now::get);
            archive.destructions().destroy(GOING, TestDestruction.FORM);
        });
        var book = new DestructionBook(insider.layout());
        book.put(book.lines().getFirst().to(Step.DONE));
    }
}
