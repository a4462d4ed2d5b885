package org.muniment.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One message as its writer meant it, before a mail program and mail servers had their way with it.
///
/// @param answers the message it answers
/// @param attachments each a kind and a name: `pdf Invoice`
/// @param form `html`, `ics` or nothing
/// @param list the name of the list that carried it, or nothing
record Letter(
        String id,
        LocalDateTime at,
        Citizen from,
        List<Citizen> to,
        List<Citizen> cc,
        List<Citizen> bcc,
        String subject,
        String body,
        Optional<Letter> answers,
        List<String> attachments,
        String form,
        String list) {

    Stream<Citizen> everyRecipient() {
        return Stream.of(to, cc, bcc).flatMap(List::stream);
    }

    boolean touchesTheCity() {
        return from.isOfTheCity();
    }
}
