package org.muniment.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.CaptureWasDestroyed;
import org.muniment.message.MailParser;
import org.muniment.message.Message;

/// This is what finds conversations: messages that name each other by Message-ID (RFC 5322, section 3.6.4). A message
/// out of scope is no link between two that are in it.
final class Threads {
    static final int MESSAGES_MAX = 100;

    private static final int ROUNDS_MAX = 6;
    private static final int IDS_MAX = 1_000;
    private static final int ID_LENGTH_MAX = 1_000;
    private static final Pattern ID = Pattern.compile("<([^<>\\s]+)>");

    private final Archive archive;
    private final MessageIndex index;

    Threads(Archive archive, MessageIndex index) {
        this.archive = archive;
        this.index = index;
    }

    /// The Message-IDs of the message and of those it answers.
    static Set<String> ids(Message message) {
        var ids = new LinkedHashSet<String>();
        var own = Literals.value(message.messageId());
        if (!own.isEmpty() && own.length() < ID_LENGTH_MAX) ids.add(own);
        for (var header : message.headers()) {
            if (!header.isNamed("In-Reply-To") && !header.isNamed("References")) continue;
            var found = ID.matcher(header.value());
            while (found.find() && ids.size() < IDS_MAX) {
                var id = Literals.value(found.group(1));
                if (id.length() < ID_LENGTH_MAX) ids.add(id);
            }
        }
        return ids;
    }

    List<Hit> conversation(AccessionNumber capture, SearchScope scope) throws IOException {
        var begin = index.searching(searcher -> new Answers(searcher).withCapture(capture.index(), scope));
        if (begin.isEmpty()) return List.of();
        var known = new LinkedHashMap<Long, MessageFacts>();
        var ids = new LinkedHashSet<String>();
        var fresh = List.of(begin.get());
        for (int round = 0; round < ROUNDS_MAX && !fresh.isEmpty() && ids.size() < IDS_MAX; round++) {
            for (var facts : fresh) known.put(facts.first().accession(), facts);
            for (var facts : fresh) ids.addAll(idsOf(facts));
            fresh = further(ids, scope, known);
        }
        for (var facts : fresh)
            if (known.size() < MESSAGES_MAX) known.put(facts.first().accession(), facts);
        var inOrder = index.searching(searcher -> new Answers(searcher).inThread(ids, scope, MESSAGES_MAX));
        var shown = inOrder.isEmpty() ? List.copyOf(known.values()) : inOrder;
        return new HitReader(archive, new Clause.Everything()).hits(shown);
    }

    private List<MessageFacts> further(Set<String> ids, SearchScope scope, Map<Long, MessageFacts> known)
            throws IOException {
        if (known.size() >= MESSAGES_MAX || ids.isEmpty()) return List.of();
        var further =
                new ArrayList<>(index.searching(searcher -> new Answers(searcher).inThread(ids, scope, MESSAGES_MAX)));
        further.removeIf(facts -> known.containsKey(facts.first().accession()));
        return further;
    }

    private Set<String> idsOf(MessageFacts facts) throws IOException {
        if (facts.exceptionKinds().contains(ReadCapture.NOT_READ)) return Set.of();
        try (var raw =
                archive.message(new AccessionNumber(facts.first().accession())).open()) {
            return ids(MailParser.parse(raw).message());
        } catch (CaptureWasDestroyed sinceItWasFound) {
            return Set.of();
        }
    }
}
