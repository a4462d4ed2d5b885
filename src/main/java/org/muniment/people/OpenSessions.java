package org.muniment.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.access.PersonId;

/// This is where everybody is signed in now, so that people can see it of themselves and end what they do not know. It
/// lives in memory, as the sessions do.
final class OpenSessions {
    private final Map<PersonId, List<Session>> byPerson = new HashMap<>();

    synchronized void add(Session session, Instant now) {
        byPerson.values().forEach(sessions -> sessions.removeIf(one -> one.hasEnded(now)));
        byPerson.values().removeIf(List::isEmpty);
        byPerson.computeIfAbsent(session.person(), _ -> new ArrayList<>()).add(session);
    }

    /// Those that are not over, the one used last first.
    synchronized List<Session> of(PersonId person, int epochNow, Instant now) {
        return byPerson.getOrDefault(person, List.of()).stream()
                .filter(session -> !session.isOver(epochNow, now))
                .sorted(Comparator.comparing(Session::lastActiveAt).reversed())
                .toList();
    }
}
