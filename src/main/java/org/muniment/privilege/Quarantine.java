package org.muniment.privilege;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.access.Actor;
import org.muniment.access.Departments;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.search.KeptBack;
import org.muniment.search.Participants;
import org.muniment.search.SearchScope;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// This is what decides what each person may find. Counsel, and the operator of a folder without people, find
/// everything; who reads mail otherwise finds what is not kept back, of their departments; nobody else finds anything.
@Component
public final class Quarantine {
    private final PrivilegeTable table;
    private final Optional<Departments> departments;
    private @Nullable State state;

    /// The rules as they were after so many changes, with the scopes already made from them.
    private record State(long changes, KeptBack keptBack, SearchScope whole, Map<Participants, SearchScope> narrowed) {}

    @Autowired
    Quarantine(WorkflowDatabase database, ObjectProvider<Departments> departments) {
        this(PrivilegeTable.in(database), Optional.ofNullable(departments.getIfAvailable()));
    }

    private Quarantine(PrivilegeTable table, Optional<Departments> departments) {
        this.table = table;
        this.departments = departments;
    }

    /// For the operator's tool.
    public static Quarantine in(WorkflowDatabase database, Departments departments) {
        return new Quarantine(PrivilegeTable.in(database), Optional.of(departments));
    }

    /// Returns what the actor may find now.
    public SearchScope scopeFor(Actor actor) {
        if (actor.person().equals(PersonId.OPERATOR) || actor.is(Role.COUNSEL)) return SearchScope.everything();
        return openScope(actor);
    }

    /// Returns what is kept back from nobody, of the departments the actor sees; for counsel, too, so that a count
    /// means the same whoever asks.
    public SearchScope openScope(Actor actor) {
        if (!actor.readsMail()) return SearchScope.nothing();
        State now = state();
        if (actor.departments().isEmpty()) return now.whole;
        return now.narrowed.computeIfAbsent(participants(actor.departments()), now.whole::within);
    }

    /// Returns what is kept back, of the departments the actor sees. What is found in it may be handed to counsel and
    /// counted; nothing else of it is told to anybody but counsel.
    public SearchScope keptBackScope(Actor actor) {
        if (!actor.readsMail()) return SearchScope.nothing();
        SearchScope keptBack = SearchScope.onlyKeptBack(keptBack());
        return actor.departments().isEmpty() ? keptBack : keptBack.within(participants(actor.departments()));
    }

    /// Returns what is kept back now, for whoever keeps account of it: of what is in it, others are told the number.
    public SearchScope onlyKeptBack() {
        return SearchScope.onlyKeptBack(keptBack());
    }

    /// A number that grows with every change of what is kept back.
    public long changes() {
        return table.changes();
    }

    KeptBack keptBack() {
        return state().keptBack;
    }

    /// Nobody, if nobody knows the departments: then nothing is found, rather than too much.
    private Participants participants(Set<Long> numbers) {
        Set<String> named =
                departments.map(known -> known.participants(numbers)).orElse(Set.of());
        Set<String> domains =
                named.stream().filter(name -> name.startsWith("@")).collect(Collectors.toSet());
        Set<String> addresses = new HashSet<>(named);
        addresses.removeAll(domains);
        return new Participants(addresses, domains);
    }

    private synchronized State state() {
        long changes = table.changes();
        State known = state;
        if (known != null && known.changes == changes) return known;
        KeptBack keptBack = read();
        State fresh = new State(changes, keptBack, SearchScope.keepingBack(keptBack), new ConcurrentHashMap<>());
        state = fresh;
        return fresh;
    }

    private KeptBack read() {
        Participants people = Participants.NOBODY;
        Set<String> phrases = new HashSet<>();
        for (PrivilegeRule rule : table.rules()) {
            people = people.and(rule.people());
            phrases.addAll(rule.phrases());
        }
        return new KeptBack(
                people,
                phrases,
                table.releases().stream().map(PrivilegeRelease::accession).collect(Collectors.toSet()));
    }
}
