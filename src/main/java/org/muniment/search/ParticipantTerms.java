package org.muniment.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.message.EmailAddress;
import org.muniment.message.Message;
import org.muniment.message.Part;
import org.muniment.message.PartContent;

/// These are the people of a message as a [SearchScope] asks for them: each address whole and without what follows a
/// `+`, and each domain with `@` before it and with those it belongs to.
final class ParticipantTerms {
    private static final int ADDRESS_LENGTH_MAX = 1_000;
    private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[\\s<>,;:\"'()\\[\\]]+");
    private static final List<String> OTHER_HEADERS = List.of(
            "Sender",
            "Resent-From",
            "Resent-To",
            "Resent-Cc",
            "Delivered-To",
            "X-Original-To",
            "Envelope-To",
            "Apparently-To");

    private final Set<String> terms = new LinkedHashSet<>();

    private ParticipantTerms() {}

    /// Those who sent or received the message, as far as header, envelope and journal report tell.
    static Set<String> participants(List<Message> messages, MessageFacts facts) {
        var people = new ParticipantTerms();
        for (var message : messages) people.addNamed(message);
        for (var capture : facts.captures()) for (var party : capture.parties()) people.address(party.address());
        return people.terms;
    }

    /// Those, and whoever else a header names, and the people of messages attached to it, at any depth.
    static Set<String> concerned(List<Message> messages, Set<String> participants) {
        var people = new ParticipantTerms();
        people.terms.addAll(participants);
        for (var message : messages) people.addConcerned(message);
        return people.terms;
    }

    private void addNamed(Message message) {
        Stream.of(message.from(), message.to(), message.cc(), message.bcc())
                .flatMap(List::stream)
                .forEach(this::person);
    }

    private void addConcerned(Message message) {
        addNamed(message);
        message.replyTo().forEach(this::person);
        for (var header : message.headers()) if (OTHER_HEADERS.stream().anyMatch(header::isNamed)) text(header.value());
        for (Part part : message.parts())
            if (part.content() instanceof PartContent.AttachedMessage(var attached)) addConcerned(attached);
    }

    /// What could not be read as an address stays in the name; an address may be in it all the same.
    private void person(EmailAddress person) {
        address(person.address());
        text(person.name());
    }

    private void text(String text) {
        if (text.indexOf('@') < 0) return;
        for (var token : BETWEEN_ADDRESSES.split(text, -1)) address(token);
    }

    private void address(String address) {
        if (address.indexOf('@') < 0 || address.length() > ADDRESS_LENGTH_MAX) return;
        var folded = Participants.address(address);
        int at = folded.lastIndexOf('@');
        terms.add(folded);
        int plus = folded.indexOf('+');
        if (plus > 0 && plus < at) terms.add(folded.substring(0, plus) + folded.substring(at));
        var domain = folded.substring(at + 1);
        terms.add("@" + domain);
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1))
            terms.add("@" + domain.substring(dot + 1));
    }
}
