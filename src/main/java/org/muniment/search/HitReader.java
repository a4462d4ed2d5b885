package org.muniment.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.CaptureWasDestroyed;
import org.muniment.archive.StoreIsDamaged;
import org.muniment.message.EmailAddress;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This reads the messages to be shown out of the archive again, since the index keeps no text.
final class HitReader {
    private static final Logger LOG = LoggerFactory.getLogger(HitReader.class);

    private static final Message NOTHING_READ = new Message(
            "",
            List.of(),
            "",
            Optional.empty(),
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private final Archive archive;
    private final Snippets snippets;

    HitReader(Archive archive, Clause clause) {
        this.archive = archive;
        this.snippets = new Snippets(clause);
    }

    List<Hit> hits(List<MessageFacts> found) throws IOException {
        var hits = new ArrayList<Hit>(found.size());
        for (var facts : found) hits.add(hit(facts));
        return hits;
    }

    private Hit hit(MessageFacts facts) throws IOException {
        var message = message(facts);
        return new Hit(
                facts.found(),
                message.messageId(),
                message.sentAt(),
                Instant.ofEpochSecond(facts.first().capturedAt()),
                shown(message.from()).collect(Collectors.joining(", ")),
                shown(message.to()).toList(),
                recipients(message, facts),
                message.subject(),
                message.attachmentNames(),
                snippets.of(message));
    }

    /// A message that cannot be read any more is still a hit, with what the index knows of it; the others are shown.
    private Message message(MessageFacts facts) throws IOException {
        if (facts.exceptionKinds().contains(ReadCapture.NOT_READ)) return NOTHING_READ;
        var number = new AccessionNumber(facts.first().accession());
        try (var raw = archive.message(number).open()) {
            return MailParser.parse(raw).message();
        } catch (CaptureWasDestroyed sinceItWasFound) {
            return NOTHING_READ;
        } catch (StoreIsDamaged damage) {
            LOG.error("Capture {} was found and cannot be shown", number, damage);
            return NOTHING_READ;
        }
    }

    private static Stream<String> shown(List<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::toString);
    }

    /// Everyone it reached as far as any capture tells, each once, as first written.
    private static List<String> recipients(Message message, MessageFacts facts) {
        var named = Stream.of(message.to(), message.cc(), message.bcc())
                .flatMap(List::stream)
                .map(EmailAddress::address);
        var told = facts.captures().stream()
                .flatMap(capture -> capture.parties().stream())
                .filter(party -> party.role() != SearchField.FROM)
                .map(MessageFacts.Party::address);
        var recipients = new LinkedHashMap<String, String>();
        Stream.concat(named, told)
                .filter(address -> !address.isEmpty())
                .forEach(address -> recipients.putIfAbsent(Literals.address(address), address));
        return List.copyOf(recipients.values());
    }
}
