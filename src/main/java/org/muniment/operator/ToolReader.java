package org.muniment.operator;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Purpose;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.NoSuchCapture;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.privilege.Quarantine;
import org.muniment.search.SearchScope;

/// Who reads mail with the tool, and what for. Where people sign in, that is the person whose token was given; on a
/// folder without people and in a demonstration the operator is trusted.
record ToolReader(DataFolder folder, Actor actor, Optional<Purpose> purpose) {
    /// Finds out who reads, or refuses. A refusal of somebody's token is written down.
    static ToolReader of(DataFolder folder, Caller caller, Optional<String> token, String purpose) {
        Optional<Purpose> stated = purpose.isBlank() ? Optional.empty() : Optional.of(StatedPurpose.in(purpose));
        Actor operator = operator(caller);
        if (!folder.hasPeople() || folder.archive().demonstration().isPresent())
            return new ToolReader(folder, operator, stated);
        String given = token.orElseThrow(TokenIsNeeded::new);
        if (stated.isEmpty()) throw new PurposeIsNeeded();
        Optional<Actor> person = folder.tokens().actorOf(given, caller.from());
        if (person.isEmpty()) {
            refused(folder, Act.SIGN_IN_FAILED, operator, stated, "a personal token that is not valid");
            throw new TokenIsNotValid();
        }
        if (!person.get().readsMail()) {
            refused(folder, Act.REFUSED, person.get(), stated, "mail is not theirs to read");
            throw new MailIsNotTheirsToRead(person.get().name());
        }
        return new ToolReader(folder, person.get(), stated);
    }

    static Actor operator(Caller caller) {
        return new Actor(PersonId.OPERATOR, "Operator", Set.of(), Set.of(), caller.from());
    }

    private static void refused(DataFolder folder, Act act, Actor actor, Optional<Purpose> purpose, String what) {
        folder.audit().record(new AuditEntry(act, actor, purpose, what, List.of()));
    }

    /// What may be found.
    SearchScope scope() {
        // Without asking the rules: that would make their tables in a folder nobody signs in to.
        if (isTrusted()) return SearchScope.everything();
        return Quarantine.in(folder.workflow(), folder.departments()).scopeFor(actor);
    }

    /// Returns one capture, if it may be found; refuses all others alike, and writes that down.
    ArchivedMessage capture(AccessionNumber number) throws IOException, InterruptedException {
        if (isTrusted()) return folder.archive().message(number);
        if (!scope().isEverything()
                && SearchCommand.upToDate(folder).messageOf(number, scope()).isEmpty()) throw refused(number);
        try {
            return folder.archive().message(number);
        } catch (NoSuchCapture nothing) {
            throw refused(number);
        }
    }

    private NoMessageToRead refused(AccessionNumber number) {
        wrote(Act.REFUSED, "message " + number + " is not there for them", List.of(number));
        return new NoMessageToRead(number);
    }

    boolean isTrusted() {
        return actor.person().equals(PersonId.OPERATOR);
    }

    /// Writes down what was read; on disk on return. A folder nobody signs in to is given no audit trail by it.
    void wrote(Act act, String what, List<AccessionNumber> messages) {
        if (isTrusted() && !folder.audit().isBegun()) return;
        folder.audit().record(new AuditEntry(act, actor, purpose, what, messages));
    }
}
