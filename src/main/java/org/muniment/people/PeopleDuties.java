package org.muniment.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.springframework.stereotype.Component;

/// This is what is left to do about people: whoever administers them looks here first.
@Component
class PeopleDuties {
    private static final int SOON_DAYS = 30;

    private final Accounts accounts;
    private final Grants grants;
    private final OneTimeLinks links;
    private final AccessRequests requests;
    private final Policies policies;
    private final InstantSource clock;
    private final ZoneId zone;

    PeopleDuties(
            Accounts accounts,
            Grants grants,
            OneTimeLinks links,
            AccessRequests requests,
            Policies policies,
            InstantSource clock,
            ZoneId zone) {
        this.accounts = accounts;
        this.grants = grants;
        this.links = links;
        this.requests = requests;
        this.policies = policies;
        this.clock = clock;
        this.zone = zone;
    }

    /// What is open today.
    ///
    /// @param withoutPassword invited or reset, and nobody has used the link yet
    /// @param withoutWrittenRequest who reads mail, or is to, and whose file has no written request
    /// @param leaving whose last day is within thirty days
    /// @param policyVersion the version in force; absent until one is published
    /// @param policyUnread how many have not acknowledged it
    record Open(
            List<Waiting> withoutPassword,
            List<Waiting> withoutWrittenRequest,
            List<Waiting> leaving,
            Optional<Integer> policyVersion,
            int policyUnread) {}

    /// Somebody for whom something is open.
    ///
    /// @param linkExpiresAt until when their one-time link works; absent if none does
    /// @param leavesOn their last day, if it is known
    record Waiting(long id, String name, Optional<Instant> linkExpiresAt, Optional<LocalDate> leavesOn) {}

    /// How one person stands to the policy.
    ///
    /// @param last the newest version they acknowledged, and when
    /// @param due whether the version in force is not it
    record Reading(long id, String name, String email, Optional<Policies.Acknowledged> last, boolean due) {}

    Open open() {
        Set<PersonId> withRequest = requests.people();
        Set<PersonId> readersToBe = Set.copyOf(grants.waiting().stream()
                .filter(grant -> grant.role().readsMail())
                .map(Grant::person)
                .distinct()
                .toList());
        return new Open(
                here().filter(person -> !person.hasWayIn()).map(this::waiting).toList(),
                here().filter(person ->
                                person.roles().stream().anyMatch(Role::readsMail) || readersToBe.contains(person.id()))
                        .filter(person -> !withRequest.contains(person.id()))
                        .map(this::waiting)
                        .toList(),
                here().filter(person -> person.leftOn()
                                .filter(day -> day.isBefore(today().plusDays(SOON_DAYS)))
                                .isPresent())
                        .map(this::waiting)
                        .toList(),
                policies.current().map(Policies.Policy::version),
                (int) readings().stream().filter(Reading::due).count());
    }

    List<Reading> readings() {
        Optional<Integer> inForce = policies.current().map(Policies.Policy::version);
        Map<PersonId, Policies.Acknowledged> newest = policies.newest();
        return here().map(person -> {
                    var last = Optional.ofNullable(newest.get(person.id()));
                    boolean isRead = last.map(Policies.Acknowledged::version).equals(inForce);
                    boolean isDue = inForce.isPresent() && !isRead;
                    return new Reading(person.id().number(), person.name(), person.email(), last, isDue);
                })
                .toList();
    }

    /// Those who can sign in, or will.
    private Stream<Account> here() {
        Set<Account.State> out = Set.of(Account.State.DISABLED, Account.State.LEFT);
        return accounts.all().stream()
                .filter(person -> !out.contains(person.state(today())))
                .sorted(Comparator.comparing(Account::name, String.CASE_INSENSITIVE_ORDER));
    }

    private Waiting waiting(Account person) {
        Optional<Instant> linkExpiresAt = links.waitingFor(person.id()).map(OneTimeLinks.OneTimeLink::expiresAt);
        return new Waiting(person.id().number(), person.name(), linkExpiresAt, person.leftOn());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
