package org.muniment.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.muniment.message.EmailAddress;
import org.muniment.message.Message;
import org.muniment.message.PartContent;
import org.muniment.search.MessageFacts.Party;

/// This is what turns a message into a document of the index. One thread uses one maker; the document is valid until
/// it makes the next.
final class DocumentMaker {
    /// Kinds of trouble after which even people, date and Message-ID may be missing.
    private static final Set<String> HEADER_HIDING =
            Set.of(ReadCapture.NOT_READ, "HEADER_TRUNCATED", "UNREADABLE", "REPORT_WITHOUT_MESSAGE", "TOO_DEEP");

    private final MessageWords words = new MessageWords();

    Document document(ReadCapture capture, MessageFacts facts) throws IOException {
        var document = new Document();
        words.begin();
        for (var message : capture.messages()) words.body(message.allText());
        for (var message : capture.messages()) addMessage(document, message);
        addPeople(capture.messages(), facts);
        addScopes(document, capture.messages(), facts);
        words.addTo(document);
        addFacts(document, capture, facts);
        document.add(new StringField(IndexFields.IDENTITY, capture.identity(), Field.Store.NO));
        return document;
    }

    /// When the message counts as sent: when it says so, else when it was first captured.
    static long sent(List<Message> messages, MessageFacts facts) {
        return messages.stream()
                .flatMap(message -> message.sentAt().stream())
                .findFirst()
                .map(Instant::getEpochSecond)
                .orElse(facts.first().capturedAt());
    }

    private void addMessage(Document document, Message message) {
        words.text(message.subject(), SearchField.SUBJECT);
        for (var name : message.attachmentNames()) words.text(name, SearchField.ATTACHMENT);
        addRest(message);
        var id = Literals.value(message.messageId());
        if (!id.isEmpty() && id.length() < 1_000) {
            document.add(new StringField(SearchField.MESSAGEID.word(), id, Field.Store.NO));
            words.present(SearchField.MESSAGEID);
        }
    }

    /// What has no field of its own: other header fields, and who wrote the messages attached to this one, and to
    /// whom.
    private void addRest(Message message) {
        for (var address : message.replyTo()) words.meta(address.toString());
        for (var header : message.headers()) if (!MachineHeaders.include(header.name())) words.meta(header.value());
        for (var part : message.parts()) {
            if (!(part.content() instanceof PartContent.AttachedMessage(var attached))) continue;
            Stream.of(attached.from(), attached.to(), attached.cc(), attached.bcc())
                    .flatMap(List::stream)
                    .forEach(person -> words.meta(person.toString()));
            addRest(attached);
        }
    }

    private void addPeople(List<Message> messages, MessageFacts facts) {
        for (var message : messages) {
            people(message.from(), SearchField.FROM);
            message.header("Sender").ifPresent(sender -> words.text(sender, SearchField.FROM));
            people(message.to(), SearchField.TO, SearchField.RECIPIENT);
            people(message.cc(), SearchField.CC, SearchField.RECIPIENT);
            people(message.bcc(), SearchField.BCC, SearchField.RECIPIENT);
        }
        for (var party : parties(facts)) {
            boolean isOfARole = party.role() != SearchField.FROM && party.role() != SearchField.RECIPIENT;
            if (isOfARole) words.person("", party.address(), party.role(), SearchField.RECIPIENT);
            else words.person("", party.address(), party.role());
        }
    }

    private static void addScopes(Document document, List<Message> messages, MessageFacts facts) {
        var participants = ParticipantTerms.participants(messages, facts);
        terms(document, IndexFields.PARTICIPANT, participants);
        terms(document, IndexFields.CONCERNED, ParticipantTerms.concerned(messages, participants));
        for (var message : messages) terms(document, IndexFields.THREAD, Threads.ids(message));
    }

    private static void terms(Document document, String field, Set<String> terms) {
        for (var term : terms) document.add(new StringField(field, term, Field.Store.NO));
    }

    private static List<Party> parties(MessageFacts facts) {
        var parties = new ArrayList<Party>();
        for (var capture : facts.captures())
            for (var party : capture.parties()) if (!parties.contains(party)) parties.add(party);
        return parties;
    }

    private void people(List<EmailAddress> people, SearchField... roles) {
        for (var person : people) words.person(person.name(), person.address(), roles);
    }

    private static void addFacts(Document document, ReadCapture capture, MessageFacts facts) throws IOException {
        document.add(new LongField(IndexFields.SENT, sent(capture.messages(), facts), Field.Store.NO));
        document.add(new NumericDocValuesField(IndexFields.FIRST, facts.first().accession()));
        document.add(new BinaryDocValuesField(IndexFields.FACTS, facts.written()));
        int more = facts.captures().size() - 1;
        if (more > 0) document.add(new NumericDocValuesField(IndexFields.CAPTURES_MORE, more));
        for (var fact : facts.captures()) {
            document.add(new LongPoint(IndexFields.ACCESSION, fact.accession()));
            document.add(new LongPoint(IndexFields.CAPTURED, fact.capturedAt()));
            if (fact.hasDefects()) document.add(new LongPoint(IndexFields.DEFECTIVE, fact.accession()));
            document.add(new StringField(SearchField.SOURCE.word(), Literals.value(fact.source()), Field.Store.NO));
        }
        for (var kind : facts.exceptionKinds()) exception(document, kind);
        if (facts.exceptionKinds().isEmpty()) return;
        exception(document, IndexFields.EXCEPTION_ANY);
        if (facts.exceptionKinds().stream().anyMatch(HEADER_HIDING::contains))
            exception(document, IndexFields.EXCEPTION_HEADER);
    }

    private static void exception(Document document, String term) {
        document.add(new StringField(IndexFields.EXCEPTION, new BytesRef(term), Field.Store.NO));
    }
}
