package org.muniment.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.springframework.stereotype.Component;

/// This puts together what the pages about people show.
@Component
class PeopleDesk {
    private final Accounts accounts;
    private final Grants grants;
    private final RoleGiving roles;
    private final Departments departments;
    private final AccessRequests requests;
    private final Policies policies;
    private final PersonalTokens tokens;
    private final OneTimeLinks links;
    private final InstantSource clock;
    private final ZoneId zone;

    PeopleDesk(
            Accounts accounts,
            Grants grants,
            RoleGiving roles,
            Departments departments,
            AccessRequests requests,
            Policies policies,
            PersonalTokens tokens,
            OneTimeLinks links,
            InstantSource clock,
            ZoneId zone) {
        this.accounts = accounts;
        this.grants = grants;
        this.roles = roles;
        this.departments = departments;
        this.requests = requests;
        this.policies = policies;
        this.tokens = tokens;
        this.links = links;
        this.clock = clock;
        this.zone = zone;
    }

    /// What of the list is wanted.
    record Filter(String text, Optional<Role> role, Optional<Account.State> state) {
        boolean takes(PersonLine line) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            boolean isNamed = line.name().toLowerCase(Locale.ROOT).contains(wanted)
                    || line.email().contains(wanted);
            return isNamed
                    && role.filter(one -> !line.roles().contains(one)
                                    && !line.waiting().contains(one))
                            .isEmpty()
                    && state.filter(one -> line.state() != one).isEmpty();
        }
    }

    /// A page of the list: how many there are in all, and, if more follow, what to ask for them with.
    record PeoplePage(List<PersonLine> people, int total, Optional<Long> next) {}

    PeoplePage people(Filter filter, long after, int limit) {
        var waiting = grants.waiting().stream().collect(Collectors.groupingBy(Grant::person));
        List<PersonLine> all = accounts.all().stream()
                .map(person -> PersonLine.of(person, waiting.getOrDefault(person.id(), List.of()), today()))
                .filter(filter::takes)
                .sorted(Comparator.comparing(PersonLine::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparingLong(PersonLine::id))
                .toList();
        List<PersonLine> following = all.stream()
                .dropWhile(line -> after != 0 && line.id() != after)
                .skip(after == 0 ? 0 : 1)
                .toList();
        List<PersonLine> shown = following.stream().limit(limit).toList();
        boolean isLast = shown.size() == following.size();
        return new PeoplePage(
                shown,
                all.size(),
                isLast ? Optional.empty() : Optional.of(shown.getLast().id()));
    }

    PersonView person(Account person, Actor actor) {
        PersonId id = person.id();
        List<Grant> history = grants.of(id);
        return new PersonView(
                PersonLine.of(person, history, today()),
                List.copyOf(departments.of(id)),
                history.stream().map(grant -> line(grant, actor)).toList(),
                requests.of(id).stream().map(this::line).toList(),
                policies.acknowledgedBy(id),
                policies.isDue(id),
                tokens.of(id),
                links.waitingFor(id).map(OneTimeLinks.OneTimeLink::expiresAt));
    }

    GrantLine line(Grant grant, Actor actor) {
        Optional<Instant> acceptableFrom =
                grant.isWaiting() ? roles.acceptableFrom(actor.person(), grant) : Optional.empty();
        return GrantLine.of(grant, accounts, roles.mayConfirm(actor, grant), acceptableFrom);
    }

    private PersonView.RequestLine line(AccessRequests.Kept kept) {
        return new PersonView.RequestLine(
                kept.id(), kept.fileName(), kept.sizeBytes(), accounts.nameOf(kept.addedBy()), kept.addedAt());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
