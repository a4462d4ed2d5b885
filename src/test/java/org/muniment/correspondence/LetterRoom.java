package org.muniment.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.access.Departments;
import org.muniment.alarm.MailRelay;
import org.muniment.deadline.ClockStart;
import org.muniment.deadline.DeadlinesAlone;
import org.muniment.fee.FeeDesk;
import org.muniment.fee.FeeSample;
import org.muniment.fee.FeesAlone;
import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.privilege.Quarantine;
import org.muniment.production.CityLetterhead;
import org.muniment.production.Papers;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestId;
import org.muniment.request.RequestRoom;
import org.muniment.review.Reviews;
import org.muniment.review.ReviewsAlone;
import org.muniment.sandbox.Sandbox;
import org.muniment.settings.City;
import org.muniment.settings.CitySettings;

/// A request in Connecticut, and everything that writes letters about it.
final class LetterRoom {
    final Path folder;
    final RequestRoom room;
    final Verifications verifications;
    final Reviews reviews;
    final Letters letters;
    final LetterDesk desk;
    final LetterPost post;
    final RecordsRequest request;
    final FeeDesk fees;
    final CitySettings settings;

    LetterRoom(Path folder) throws Exception {
        this.folder = folder;
        room = new RequestRoom(folder);
        room.database.sealedBy(new SecretKeySpec(new byte[32], "AES"));
        verifications = Verifications.in(room.database, LawBook.shipped(), room.archive, room.audit, room.clock());
        Departments none = numbers -> Set.of();
        reviews = ReviewsAlone.in(room, Quarantine.in(room.database, none));
        settings = CitySettings.in(room.database);
        settings.change(new City(
                java.util.Optional.of("City of Oakbridge"), java.util.Optional.empty(), java.util.Optional.empty()));
        settings.changeLetterhead(
                List.of("Office of the City Clerk", "1 Main Street, Oakbridge, Connecticut 06001", "(860) 555-0100"));
        CityLetterhead letterhead = new CityLetterhead(settings);
        Papers papers =
                new Papers(room.archive, Sandbox.onThisMachine(), LetterRoom::fonts, folder.resolve("temporary"));
        LetterValues values = new LetterValues(
                settings,
                room.requests,
                reviews,
                DeadlinesAlone.in(room.database, room.audit, room.clock()),
                RequestRoom.ZONE);
        fees = FeesAlone.in(room, verifications);
        LetterWriter writer = new LetterWriter(
                values,
                new GroundsUsed(reviews, LawBook.shipped(), verifications),
                new FeePieces(fees, LawBook.shipped(), verifications, RequestRoom.ZONE),
                LawBook.shipped(),
                verifications,
                settings,
                room.clock(),
                RequestRoom.ZONE);
        letters = new Letters(
                room.database,
                writer,
                LawBook.shipped(),
                verifications,
                room.requests,
                room.timeline,
                room.archive,
                papers,
                letterhead,
                room.audit,
                room.clock());
        desk = new LetterDesk(room.database, writer, letters, room.requests, papers, letterhead, room.clock());
        post = new LetterPost(
                room.database,
                letters,
                room.requests,
                new MailRelay(folder),
                room.timeline,
                room.archive,
                room.audit,
                room.clock(),
                RequestRoom.ZONE);
        request = room.entered();
    }

    RequestId id() {
        return request.id();
    }

    /// A thousand hits, of which ten were looked at.
    void estimate(boolean onPaper) {
        var start = new ClockStart(
                id().number(),
                request.jurisdiction(),
                LocalDateTime.ofInstant(request.receivedAt(), RequestRoom.ZONE),
                request.office(),
                false);
        FeesAlone.estimate(fees, start, new FeeSample(1_000, 10, 25, 90, 30, 12, onPaper));
    }

    LetterDraft draft(LetterKind kind, Map<String, String> free) {
        LetterDraft begun = desk.begin(id(), kind, java.util.Optional.empty(), RequestRoom.OFFICER);
        return desk.change(id(), begun.id(), begun.addressee(), free);
    }

    /// Issued by counsel, who confirms all rows it rests on.
    IssuedLetter issued(LetterKind kind, Map<String, String> free) throws IOException {
        LetterDraft draft = draft(kind, free);
        return desk.issue(id(), draft.id(), rows(draft), RequestRoom.COUNSEL);
    }

    Set<String> rows(LetterDraft draft) {
        return desk.text(id(), draft, RequestRoom.COUNSEL).unverified().stream()
                .map(LetterPiece.CitedRow::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    /// What poppler reads; the pages are also drawn, to be looked at.
    String read(byte[] pdf, String name) throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        Path file = pictures.resolve(name + ".pdf");
        Files.write(file, pdf);
        run(
                "pdftoppm",
                "-r",
                "70",
                "-png",
                file.toString(),
                pictures.resolve(name).toString());
        Path text = folder.resolve(name + ".txt");
        run("pdftotext", "-layout", file.toString(), text.toString());
        return Files.readString(text);
    }

    private static void run(String... command) throws Exception {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0)
            throw new IllegalStateException(List.of(command).toString());
    }

    private static FontShelf fonts() {
        try {
            return FontShelf.ofThisMachine();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    void close() throws IOException {
        room.close();
    }
}
