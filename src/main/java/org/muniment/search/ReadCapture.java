package org.muniment.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.CaptureWasDestroyed;
import org.muniment.archive.Envelope;
import org.muniment.message.Defect;
import org.muniment.message.JournalRecipient;
import org.muniment.message.JournalReport;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import org.muniment.message.PartContent;
import org.muniment.search.MessageFacts.CaptureFacts;
import org.muniment.search.MessageFacts.Party;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is one capture as the index takes it in: which message it is of, what it says of it, and the message's
/// content.
record ReadCapture(BytesRef identity, MessageFacts facts, List<Message> messages) {
    /// The exception kind of a capture that could not be read at all; the reader is written never to need it.
    static final String NOT_READ = "NOT_READ";

    private static final Logger LOG = LoggerFactory.getLogger(ReadCapture.class);

    /// Reads a capture. One that cannot be read, or not be had from the archive, becomes an exception: the others go
    /// on. Throws [CaptureWasDestroyed].
    static ReadCapture of(ArchivedMessage archived, Set<String> journalAddresses) throws IOException {
        long accession = archived.accession().index();
        long capturedAt = archived.capturedAt().getEpochSecond();
        try (var raw = archived.open()) {
            return of(accession, capturedAt, archived.envelope(), MailParser.parse(raw), journalAddresses);
        } catch (ClosedChannelException | CaptureWasDestroyed notUnreadable) {
            throw notUnreadable;
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            LOG.error("Capture {} could not be read by the index", accession, unreadable);
            var kinds = new TreeSet<>(Set.of(NOT_READ));
            var parties = new ArrayList<Party>();
            addEnvelope(parties, archived.envelope(), journalAddresses);
            var facts =
                    new CaptureFacts(accession, capturedAt, archived.envelope().source(), parties, true);
            return new ReadCapture(ownIdentity(accession), MessageFacts.of(facts, kinds), List.of());
        }
    }

    static ReadCapture of(
            long accession, long capturedAt, Envelope envelope, ParsedCapture parsed, Set<String> journalAddresses) {
        var parties = new ArrayList<Party>();
        // With a journal report, RCPT TO is the journal's own mailbox, whatever it is called.
        parsed.report().ifPresentOrElse(report -> addReport(parties, report), () -> {
            addEnvelope(parties, envelope, journalAddresses);
        });
        var facts = new CaptureFacts(accession, capturedAt, envelope.source(), parties, hasDefects(parsed));
        var identity = new BytesRef(HexFormat.of().parseHex(parsed.identity().sha256Hex()));
        return new ReadCapture(identity, MessageFacts.of(facts, exceptionKinds(parsed)), parsed.messages());
    }

    boolean wasRead() {
        return !messages.isEmpty();
    }

    private static void addReport(List<Party> parties, JournalReport report) {
        add(parties, SearchField.FROM, report.sender());
        add(parties, SearchField.FROM, report.onBehalfOf());
        for (var recipient : report.recipients()) {
            var role = role(recipient.role());
            add(parties, role, recipient.address());
            recipient.expanded().ifPresent(list -> add(parties, role, list));
            recipient.forwarded().ifPresent(mailbox -> add(parties, role, mailbox));
        }
    }

    private static void addEnvelope(List<Party> parties, Envelope envelope, Set<String> journalAddresses) {
        for (var recipient : envelope.recipients())
            if (!journalAddresses.contains(Literals.address(recipient))) add(parties, SearchField.RECIPIENT, recipient);
    }

    private static void add(List<Party> parties, SearchField role, String address) {
        var party = new Party(role, address.strip());
        if (!party.address().isEmpty() && !parties.contains(party)) parties.add(party);
    }

    private static SearchField role(JournalRecipient.Role role) {
        return switch (role) {
            case TO -> SearchField.TO;
            case CC -> SearchField.CC;
            case BCC -> SearchField.BCC;
            case RECIPIENT -> SearchField.RECIPIENT;
        };
    }

    private static SortedSet<String> exceptionKinds(ParsedCapture parsed) {
        var kinds = new TreeSet<String>();
        Stream.concat(parsed.defects().stream(), parsed.messages().stream().flatMap(ReadCapture::defects))
                .filter(Defect::hidesText)
                .forEach(defect -> kinds.add(defect.kind().name()));
        return kinds;
    }

    private static boolean hasDefects(ParsedCapture parsed) {
        return !parsed.defects().isEmpty()
                || parsed.messages().stream()
                        .anyMatch(message -> !message.defects().isEmpty());
    }

    private static Stream<Defect> defects(Message message) {
        var attached = message.parts().stream().flatMap(part -> switch (part.content()) {
            case PartContent.AttachedMessage inner -> defects(inner.message());
            case PartContent.Text _, PartContent.Html _, PartContent.Attached _, PartContent.Multipart _ ->
                Stream.empty();
        });
        return Stream.concat(message.defects().stream(), attached);
    }

    private static BytesRef ownIdentity(long accession) {
        return new BytesRef(
                ByteBuffer.allocate(16).putLong(accession).putLong(~accession).array());
    }
}
