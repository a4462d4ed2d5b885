package org.muniment.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is what happens behind a one-time link.
@Component
class Invitations {
    private final WorkflowDatabase database;
    private final OneTimeLinks links;
    private final Accounts accounts;
    private final RoleGiving roles;
    private final AuditTrail trail;

    Invitations(WorkflowDatabase database, OneTimeLinks links, Accounts accounts, RoleGiving roles, AuditTrail trail) {
        this.database = database;
        this.links = links;
        this.accounts = accounts;
        this.roles = roles;
        this.trail = trail;
    }

    /// Throws [LinkDoesNotWork].
    InvitationController.InvitationView look(Secret secret) {
        OneTimeLinks.OneTimeLink link = links.working(secret);
        Account person = accounts.find(link.person());
        return new InvitationController.InvitationView(person.name(), person.email(), link.kind(), link.expiresAt());
    }

    /// Sets the password, uses the link up, and, for the first counsel, puts the role in force; all of it or nothing.
    void accept(Secret secret, String password, String from) {
        OneTimeLinks.OneTimeLink link = links.working(secret);
        Account person = accounts.find(link.person());
        database.done(() -> {
            links.use(link);
            accounts.setPassword(person, password);
            Actor actor = new Actor(person.id(), person.name(), person.roles(), Set.of(), from);
            String what = link.kind() == OneTimeLinks.Kind.INVITATION
                    ? person.name() + " accepted the invitation and set a password"
                    : person.name() + " set a new password after a reset";
            trail.record(new AuditEntry(Act.ACCOUNT_CHANGED, actor, Optional.empty(), what, List.of()));
            roles.acceptIfFirstCounsel(actor);
            return link;
        });
    }
}
