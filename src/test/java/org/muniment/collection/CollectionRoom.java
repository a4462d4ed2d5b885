package org.muniment.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.access.Actor;
import org.muniment.access.Departments;
import org.muniment.access.PersonId;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.privilege.CounselDesk;
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
import org.muniment.settings.CitySettings;

/// A request about a levy, and mail of which some is counsel's, one is encrypted and one came twice.
final class CollectionRoom {
    /// A department's officer, who sees its mail only.
    static final Actor POLICE =
            new Actor(new PersonId(11), "Paul Orr", Set.of(Role.RECORDS_OFFICER), Set.of(3L), "127.0.0.1");

    static final Departments DEPARTMENTS = new Departments() {
        @Override
        public Set<String> participants(Set<Long> departments) {
            return departments.contains(3L) ? Set.of("@police.city.example") : Set.of();
        }

        @Override
        public Set<String> everybody() {
            return Set.of("@city.example");
        }
    };

    final RequestRoom room;
    final Quarantine quarantine;
    final CounselDesk counsel;
    final SearchCounter counter;
    final RequestSearches searches;
    final SearchComparison comparison;
    final Reviews reviews;
    final CollectionDesk desk;
    final CitySettings settings;
    final SearchCertificates certificates;
    final RecordsRequest request;

    CollectionRoom(Path folder) throws Exception {
        room = new RequestRoom(folder);
        room.database.sealedBy(new SecretKeySpec(new byte[32], "AES"));
        quarantine = Quarantine.in(room.database, DEPARTMENTS);
        counsel = new CounselDesk(room.database, quarantine, room.archive, room.search, room.audit, room.clock());
        counter = new SearchCounter(room.archive, room.search, quarantine, Optional.of(DEPARTMENTS));
        searches = new RequestSearches(
                room.database, counter, room.timeline, room.archive, room.audit, room.clock(), RequestRoom.ZONE);
        comparison = new SearchComparison(searches, counter, room.audit);
        reviews = ReviewsAlone.in(room, quarantine);
        CollectionCounter collecting = new CollectionCounter(room.search, quarantine, reviews, room.database);
        desk = new CollectionDesk(
                room.database,
                searches,
                collecting,
                reviews,
                room.requests,
                room.timeline,
                room.archive,
                room.audit,
                room.clock());
        settings = CitySettings.in(room.database);
        Papers papers =
                new Papers(room.archive, Sandbox.onThisMachine(), CollectionRoom::fonts, folder.resolve("temporary"));
        certificates = new SearchCertificates(
                room.database,
                new HoldingsCounter(room.search, quarantine, RequestRoom.ZONE),
                room.requests,
                room.timeline,
                room.archive,
                papers,
                new CityLetterhead(settings),
                room.audit,
                room.clock(),
                RequestRoom.ZONE);
        request = room.entered();
    }

    /// Nine deliveries: seven messages about the levy, of which two are counsel's, one came twice and one is sealed.
    CollectionRoom withMail() throws Exception {
        mail("ana@city.example", "chief@police.city.example", "Levy", "The levy grows.");
        mail("ana@city.example", "avery@law.city.example", "Levy advice", "The levy and the law.");
        mail("chief@police.city.example", "ana@city.example", "Re: levy", "Which levy?");
        mail("bob@else.example", "avery@law.city.example", "Levy, again", "A levy of lawyers.");
        mail("bob@else.example", "ana@city.example", "A walk", "Nothing else.");
        counsel.keepBackDomain("law.city.example", "counsel", RequestRoom.COUNSEL);
        return this;
    }

    private static FontShelf fonts() {
        try {
            return FontShelf.ofThisMachine();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    void mail(String from, String to, String subject, String text) throws Exception {
        room.deliver(from, to, subject, "Tue, 01 Sep 2026 09:00:00 -0400", text);
    }

    /// Takes a message into the archive exactly so.
    void raw(String to, String mail) throws Exception {
        var envelope = new Envelope(
                "test",
                Channel.SMTP,
                Optional.of("a@city.example"),
                List.of(to),
                Peer.NONE,
                room.clock().instant());
        try (Incoming incoming = room.archive.receive(envelope)) {
            incoming.body().write(mail.getBytes(StandardCharsets.UTF_8));
            incoming.commit().get();
        }
        if (!room.search.awaitIndexed(room.archive.size(), Duration.ofSeconds(30)))
            throw new IllegalStateException("not indexed");
    }

    RequestId id() {
        return request.id();
    }

    Reader reader(Actor actor) {
        return room.requests.readerOf(request.id(), actor);
    }

    Reader officer() {
        return reader(RequestRoom.OFFICER);
    }

    void close() throws Exception {
        desk.destroy();
        room.close();
    }
}
