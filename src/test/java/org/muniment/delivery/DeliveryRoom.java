package org.muniment.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.law.LawBook;
import org.muniment.production.CityLetterhead;
import org.muniment.production.PaperFile;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestMoves;
import org.muniment.request.RequestRoom;
import org.muniment.review.DecidedReview;
import org.muniment.sandbox.Sandbox;
import org.muniment.settings.CitySettings;

/// A request with a review and everything that releases it, real, in a test's folder.
final class DeliveryRoom implements AutoCloseable {
    static final Actor OTHER_OFFICER = RequestRoom.person(17, "Omar Reyes", Role.RECORDS_OFFICER);
    private static final long WAITED_NANOS_MAX = Duration.ofMinutes(4).toNanos();

    final DecidedReview review;
    final DeliveryFolders folders;
    final DeliveryTable table;
    final DeliveredItems items;
    final HandOverTable links;
    final ReleaseSet set;
    final ReleaseGate gate;
    final CitySettings settings;
    final PreparationRoom press;
    final ReleaseTurns turns = new ReleaseTurns();
    final ReleaseEnd end;
    final FinalisingDesk finalising;
    final HandOverDesk handing;
    final PackageDownloads downloads;
    final ReleaseViews views;
    final DraftPages drafts;
    final DraftDoor door;
    PreparationDesk preparations;

    DeliveryRoom(Path folder, FontShelf fonts) throws Exception {
        review = new DecidedReview(folder);
        var room = review.room();
        RequestMoves.toReview(room, review.request().id());
        folders = new DeliveryFolders(folder.resolve("deliveries"));
        table = DeliveryTable.in(room.database);
        items = new DeliveredItems(room.database);
        links = new HandOverTable(room.database);
        set = new ReleaseSet(review.reviews(), LawBook.shipped(), review.verifications(), room.database);
        settings = CitySettings.in(room.database);
        gate = new ReleaseGate(room.approvals, settings);
        press = new PreparationRoom(
                room.archive,
                Sandbox.onThisMachine(),
                () -> fonts,
                folders,
                review.reviews(),
                review.files(),
                LawBook.shipped(),
                new CityLetterhead(settings),
                _ -> certificate(),
                RequestRoom.ZONE);
        end = new ReleaseEnd(room.database, folders, room.requests, room.timeline, room.audit, room.clock());
        preparations = preparations();
        door = new DraftDoor(room.database, set, review.reviews());
        finalising = new FinalisingDesk(
                room.database,
                folders,
                room.requests,
                room.desk,
                set,
                gate,
                turns,
                end,
                door,
                new CounselsConfirmation(review.verifications()),
                review.reviews(),
                room.archive,
                room.timeline,
                room.audit,
                room.clock());
        handing = handing();
        downloads =
                new PackageDownloads(room.database, folders, room.requests, room.timeline, room.audit, room.clock());
        views = new ReleaseViews(room.database, set, gate, preparations);
        drafts = new DraftPages(folders, Sandbox.onThisMachine());
    }

    private static List<PaperFile> certificate() {
        var bytes = "{\"certificate\":\"of search\"}".getBytes(StandardCharsets.UTF_8);
        return List.of(new PaperFile("R-2026-0001-search-certificate-1.json", "application/json", bytes));
    }

    /// The desk anew, as after a start of the server.
    PreparationDesk preparations() {
        var room = review.room();
        return new PreparationDesk(
                room.database,
                folders,
                room.requests,
                set,
                gate,
                press,
                turns,
                end,
                room.timeline,
                room.audit,
                room.clock());
    }

    /// The desk anew, as after a start of the server.
    HandOverDesk handing() {
        var room = review.room();
        return new HandOverDesk(
                room.database,
                door,
                new ReleaseZips(folders),
                turns,
                room.requests,
                room.archive,
                room.timeline,
                room.audit,
                room.clock());
    }

    Delivery begin(Delivery.Extent extent) {
        return preparations.begin(review.request().id(), extent, Delivery.IndexNames.NAMED, review.officer());
    }

    Delivery begin() {
        return begin(Delivery.Extent.WHOLE);
    }

    Delivery prepared() throws InterruptedException {
        return ended(begin());
    }

    /// The delivery once its preparation has come to an end.
    Delivery ended(Delivery delivery) throws InterruptedException {
        long until = System.nanoTime() + WAITED_NANOS_MAX;
        while (preparations.progress(delivery.id()).isPresent()) {
            if (System.nanoTime() > until) throw new IllegalStateException("still preparing");
            Thread.sleep(20);
        }
        return found(delivery);
    }

    Delivery found(Delivery delivery) {
        return table.find(delivery.id()).orElseThrow();
    }

    /// Counsel finalises, confirming every exemption.
    Delivery finalised(Delivery prepared) throws IOException {
        finalise(
                prepared,
                RequestRoom.COUNSEL,
                Set.of(DecidedReview.PERSONNEL.exemption(), DecidedReview.ADVICE.exemption()));
        return found(prepared);
    }

    void finalise(Delivery prepared, Actor by, Set<String> confirmed) throws IOException {
        finalising.finalise(prepared.id(), manifest(prepared), confirmed, by);
    }

    static String manifest(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Prepared prepared ? prepared.manifestSha256() : "";
    }

    Path file(Delivery delivery, String name) {
        return folders.packageOf(delivery.id()).resolve(name);
    }

    static String text(Path pdf) throws Exception {
        var process = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException("pdftotext could not read " + pdf);
        return text;
    }

    /// Everything in the package that can be read as text.
    String everything(Delivery delivery) throws Exception {
        var all = new StringBuilder();
        try (var files = Files.list(folders.packageOf(delivery.id()))) {
            for (var file : files.sorted().toList())
                all.append(file.getFileName())
                        .append('\n')
                        .append(
                                file.toString().endsWith(".pdf")
                                        ? text(file)
                                        : Files.readString(file, StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            preparations.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        review.close();
    }
}
