package org.muniment.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Envelope;
import org.muniment.message.EmailAddress;
import org.muniment.message.JournalRecipient;
import org.muniment.message.JournalReport;
import org.muniment.message.Message;

/// This is everyone the archive connects with a message, each once, with where it knows them from: the message's own
/// header, the SMTP envelope, or a journal report. An address that a header already gave a role keeps that role.
final class People {
    static final String HEADER = "header";
    static final String ENVELOPE = "envelope";
    static final String REPORT = "journal report";

    /// `role` is the header's name, or `Sender` and `Recipient` for those only an envelope or a report names.
    record Person(String role, String name, String address, List<String> knownFrom) {
        Person {
            name = ShownName.line(name);
            address = ShownName.line(address);
        }
    }

    private final Map<String, Person> senders = new LinkedHashMap<>();
    private final Map<String, Person> recipients = new LinkedHashMap<>();

    People(Message message) {
        message.from().forEach(address -> add(senders, "From", address));
        message.replyTo().forEach(address -> add(senders, "Reply-To", address));
        message.to().forEach(address -> add(recipients, "To", address));
        message.cc().forEach(address -> add(recipients, "Cc", address));
        message.bcc().forEach(address -> add(recipients, "Bcc", address));
    }

    /// The envelope of a capture that is the message itself. That of a journal report only says which mailbox the
    /// journal goes to.
    void sentIn(Envelope envelope) {
        envelope.mailFrom().ifPresent(address -> known(senders, "Sender", address, ENVELOPE));
        envelope.recipients().forEach(address -> known(recipients, "Recipient", address, ENVELOPE));
    }

    void reportedIn(JournalReport report) {
        known(senders, "Sender", report.sender(), REPORT);
        known(senders, "Sender", report.onBehalfOf(), REPORT);
        for (JournalRecipient recipient : report.recipients()) {
            known(recipients, roleOf(recipient), recipient.address(), REPORT + wayTo(recipient));
        }
    }

    List<Person> all() {
        List<Person> all = new ArrayList<>(senders.values());
        all.addAll(recipients.values());
        return List.copyOf(all);
    }

    private static String roleOf(JournalRecipient recipient) {
        return switch (recipient.role()) {
            case TO -> "To";
            case CC -> "Cc";
            case BCC -> "Bcc";
            case RECIPIENT -> "Recipient";
        };
    }

    private static String wayTo(JournalRecipient recipient) {
        return recipient.expanded().map(list -> ", as a member of " + list).orElse("")
                + recipient
                        .forwarded()
                        .map(mailbox -> ", forwarded by " + mailbox)
                        .orElse("");
    }

    private static void add(Map<String, Person> people, String role, EmailAddress address) {
        String key = address.address().isEmpty() ? address.name() : address.comparable();
        people.putIfAbsent(key, new Person(role, address.name(), address.address(), List.of(HEADER)));
    }

    private static void known(Map<String, Person> people, String role, String address, String from) {
        if (address.isBlank()) return;
        String key = new EmailAddress("", address).comparable();
        Person person = people.getOrDefault(key, new Person(role, "", address, List.of()));
        if (person.knownFrom().contains(from)) return;
        List<String> knownFrom = new ArrayList<>(person.knownFrom());
        knownFrom.add(from);
        people.put(key, new Person(person.role(), person.name(), person.address(), List.copyOf(knownFrom)));
    }
}
