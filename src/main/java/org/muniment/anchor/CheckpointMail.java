package org.muniment.anchor;

import java.util.ArrayList;
import java.util.List;
import org.muniment.alarm.MailRelay;
import org.muniment.alarm.MailWasNotTaken;
import org.muniment.merklelog.Checkpoint;

/// The newest checkpoint by mail, to people who keep it where whoever holds the archive does not reach.
final class CheckpointMail {
    private final MailRelay relay;

    CheckpointMail(MailRelay relay) {
        this.relay = relay;
    }

    /// Sends it to each of these; returns who got it, and says of each other why not.
    List<String> send(Checkpoint checkpoint, List<String> people, List<String> failures) {
        var enclosure = new MailRelay.Enclosure(
                "checkpoint-%d.txt".formatted(checkpoint.size()), "text/plain; charset=UTF-8", checkpoint.bytes());
        String subject =
                "Muniment: the archive's log at %d entries. Please keep this mail.".formatted(checkpoint.size());
        List<String> told = new ArrayList<>();
        for (String person : people) {
            try {
                String _ = relay.send(person, subject, text(checkpoint), List.of(enclosure));
                told.add(person);
            } catch (MailWasNotTaken refused) {
                failures.add("Checkpoint to " + person + ": " + refused.getMessage());
            }
        }
        return told;
    }

    private static String text(Checkpoint checkpoint) {
        return """
                Please keep this mail, with what is enclosed, where nobody who looks after the archive can change it.

                It is the signed state of the mail archive's log: name of the log, number of entries, and a hash over all of
                them. It says nothing about anybody's mail. If somebody ever removes entries of the archive or writes them
                anew, even with the archive's own keys, the log no longer begins as it says here; so it shows what the
                archive itself could not.

                %s
                To compare: save the enclosed file and have this command run on the archive, while you watch:

                    ./muniment anchor --compare FILE

                You need not do anything else. One like this comes every week.
                """.formatted(checkpoint);
    }
}
