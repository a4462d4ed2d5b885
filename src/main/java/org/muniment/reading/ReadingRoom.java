package org.muniment.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.NoSuchCapture;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.privilege.Quarantine;
import org.muniment.proof.Selection;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchScope;
import org.springframework.stereotype.Component;

/// This is the only door from a number to a message: it asks what the reader may find, and writes down what was handed
/// out before it is.
@Component
class ReadingRoom {
    private final Archive archive;
    private final ArchiveSearch search;
    private final Quarantine quarantine;
    private final AuditTrail audit;

    ReadingRoom(Archive archive, ArchiveSearch search, Quarantine quarantine, AuditTrail audit) {
        this.archive = archive;
        this.search = search;
        this.quarantine = quarantine;
        this.audit = audit;
    }

    SearchScope scopeOf(Reader reader) {
        return quarantine.scopeFor(reader.actor());
    }

    /// Returns the captures of the message this one is of; throws [NoSuchMessage]. What the index does not know yet
    /// cannot be judged: only who may see everything is shown it.
    List<AccessionNumber> captures(AccessionNumber number, Reader reader) throws IOException {
        SearchScope scope = scopeOf(reader);
        Optional<FoundMessage> message = search.messageOf(number, scope);
        if (message.isPresent()) return message.get().captures();
        if (!scope.isEverything()) throw new NoSuchMessage();
        return List.of(capture(number).accession());
    }

    /// Returns one capture, if the reader may see it; throws [NoSuchMessage].
    ArchivedMessage open(AccessionNumber number, Reader reader) throws IOException {
        captures(number, reader);
        return capture(number);
    }

    /// How the captures of a message come into a proof bundle.
    static Selection selection(AccessionNumber number, Reader reader) {
        return new Selection(
                "every capture of the message shown as accession " + number + ", on its page",
                reader.actor().name(),
                reader.purpose().kind() + " " + reader.purpose().reference());
    }

    void record(Act act, Reader reader, String what, List<AccessionNumber> messages) {
        audit.record(AuditEntry.reading(act, reader, what, messages));
    }

    private ArchivedMessage capture(AccessionNumber number) throws IOException {
        try {
            return archive.message(number);
        } catch (NoSuchCapture none) {
            throw new NoSuchMessage();
        }
    }
}
