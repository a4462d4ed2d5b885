package org.muniment.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.muniment.message.EmailAddress;
import org.muniment.message.Message;
import org.muniment.message.Part;
import org.muniment.message.PartContent;
import org.muniment.message.Placement;
import org.muniment.search.MessageFacts.CaptureFacts;
import org.muniment.search.MessageFacts.Party;

/// A log of captures of random messages with few words, so that queries match often; some messages are captured
/// several times, with other recipients, and some hold unread text.
final class GeneratedLog {
    static final List<String> WORDS = List.of(
            "permit",
            "permits",
            "permitted",
            "permitting",
            "budget",
            "budgets",
            "budgeted",
            "police",
            "policing",
            "water",
            "résumé",
            "resume",
            "O'Brien",
            "obrien",
            "zoning",
            "zones",
            "2026",
            "3b",
            "market",
            "漢字",
            "会議",
            "Straße",
            "and",
            "or",
            "not",
            "city's",
            "cities",
            "fire",
            "firing",
            "street",
            "streets",
            "naïve",
            "Київ",
            "مدينة");
    static final List<String> PEOPLE =
            List.of("ann.lee", "bob", "carla.o-neil", "dan_green", "eve+lists", "FRANK", "gül", "hal.9000");
    static final List<String> DOMAINS = List.of("city.gov", "police.city.gov", "example.com", "Mail.Example.org");
    static final List<String> NAMES =
            List.of("Ann Lee", "Bob", "Carla O'Neil", "Dan Green", "Fire Market", "Eve", "", "Hal");
    static final List<String> SOURCES = List.of("m365-journal", "google", "import.old");
    static final long FIRST_SECOND = Instant.parse("2025-12-28T00:00:00Z").getEpochSecond();
    static final int DAYS = 60;

    private final Random random;
    private final List<Known> messages = new ArrayList<>();
    private final List<ReadCapture> log = new ArrayList<>();

    /// One message with all of its captures: what a brute-force search looks through.
    record Known(Message message, MessageFacts facts) {}

    GeneratedLog(long seed, int captures) {
        this.random = new Random(seed);
        var byIdentity = new HashMap<BytesRef, Integer>();
        var contents = new ArrayList<Message>();
        var kinds = new ArrayList<SortedSet<String>>();
        long accession = 0;
        while (log.size() < captures) {
            accession += 1 + (random.nextInt(5) == 0 ? random.nextInt(3) : 0);
            boolean again = !contents.isEmpty() && random.nextInt(3) == 0;
            int number = again ? Math.max(0, contents.size() - 1 - random.nextInt(20)) : contents.size();
            if (number == contents.size()) {
                contents.add(message(number));
                kinds.add(kinds());
            }
            var facts = MessageFacts.of(capture(accession), kinds.get(number));
            log.add(new ReadCapture(identity(number), facts, List.of(contents.get(number))));
            byIdentity.putIfAbsent(identity(number), number);
        }
        gather(contents);
    }

    List<ReadCapture> log() {
        return log;
    }

    List<Known> messages() {
        return messages;
    }

    private void gather(List<Message> contents) {
        Map<BytesRef, MessageFacts> all = new HashMap<>();
        for (var capture : log) all.merge(capture.identity(), capture.facts(), MessageFacts::and);
        for (int i = 0; i < contents.size(); i++)
            messages.add(new Known(contents.get(i), Objects.requireNonNull(all.get(identity(i)))));
    }

    private static BytesRef identity(int number) {
        var bytes = new byte[32];
        new Random(number).nextBytes(bytes);
        return new BytesRef(bytes);
    }

    private CaptureFacts capture(long accession) {
        var parties = new ArrayList<Party>();
        var roles = List.of(SearchField.RECIPIENT, SearchField.BCC, SearchField.TO, SearchField.FROM);
        for (int i = random.nextInt(3); i > 0; i--) parties.add(new Party(pick(roles), address()));
        return new CaptureFacts(accession, second(), pick(SOURCES), parties, random.nextInt(10) == 0);
    }

    private SortedSet<String> kinds() {
        var kinds = new TreeSet<String>();
        if (random.nextInt(8) == 0) kinds.add("ENCRYPTED");
        if (random.nextInt(20) == 0) kinds.add("HEADER_TRUNCATED");
        return kinds;
    }

    private Message message(int number) {
        var parts = new ArrayList<Part>();
        var text = text(5 + random.nextInt(30));
        parts.add(part("1", "", Placement.BODY, new PartContent.Text(text)));
        for (int i = random.nextInt(3); i > 1; i--)
            parts.add(part("2", text(2) + ".pdf", Placement.ATTACHMENT, new PartContent.Attached()));
        return new Message(
                "",
                List.of(),
                "<Mail-" + number + "@generated>",
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second())),
                text(random.nextInt(4)),
                people(1),
                people(1 + random.nextInt(2)),
                people(random.nextInt(2)),
                people(random.nextInt(6) == 0 ? 1 : 0),
                List.of(),
                parts,
                List.of());
    }

    private static Part part(String path, String fileName, Placement placement, PartContent content) {
        return new Part(path, "text/plain", "utf-8", "", fileName, "", 1, placement, content);
    }

    private List<EmailAddress> people(int count) {
        var people = new ArrayList<EmailAddress>();
        for (int i = 0; i < count; i++) people.add(new EmailAddress(pick(NAMES), address()));
        return people;
    }

    private String address() {
        return pick(PEOPLE) + "@" + pick(DOMAINS);
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) text.append(pick(WORDS)).append(random.nextInt(5) == 0 ? ", " : " ");
        return text.toString().strip();
    }

    private long second() {
        return FIRST_SECOND + random.nextInt(DAYS * 24) * 3_600L + (random.nextBoolean() ? 0 : 3_599);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
