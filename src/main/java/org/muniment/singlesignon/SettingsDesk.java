package org.muniment.singlesignon;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.people.GroupRoles;
import org.muniment.people.SingleSignOnOffer;
import org.muniment.web.Transport;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// This is how the settings of single sign-on change. Whoever chooses the issuer chooses who may be anybody here, and
/// groups may mean roles that read mail; so all of it is saved by an administrator and comes into force only once a
/// counsel, who did not save it, confirms it. What stood before stays in force until then. What is done and its audit
/// entry are one transaction.
@Component
class SettingsDesk implements SingleSignOnOffer {
    private final WorkflowDatabase database;
    private final SettingsTable table;
    private final GroupRoles groups;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final boolean isLocal;

    SettingsDesk(
            WorkflowDatabase database,
            SettingsTable table,
            GroupRoles groups,
            AuditTrail trail,
            InstantSource clock,
            ObjectProvider<Transport> transport) {
        this.database = database;
        this.table = table;
        this.groups = groups;
        this.trail = trail;
        this.clock = clock;
        this.isLocal = transport.stream().allMatch(served -> served.address().isLoopbackAddress());
    }

    @Override
    public boolean isOffered() {
        return table.inForce().isPresent();
    }

    /// What stands: in force, waiting, both or neither.
    Stream<SavedSettings> standing() {
        return Stream.concat(table.inForce().stream(), table.waiting().stream());
    }

    /// Saves settings, which then wait for counsel. A secret alone waits for nobody: it says nothing about whom to
    /// believe. Throws [SettingIsNotUsable].
    ///
    /// @param given may be left out while issuer and client stay the same
    synchronized void save(Actor actor, SingleSignOnSettings settings, Optional<ClientSecret> given) {
        refusePlainOverNetwork(settings);
        database.done(() -> {
            ClientSecret secret = given.or(() -> secretOf(settings)).orElseThrow(SettingsDesk::secretIsMissing);
            Optional<SavedSettings> same = standing()
                    .filter(saved -> saved.settings().equals(settings))
                    .findFirst();
            table.waiting()
                    .filter(waiting -> !waiting.settings().equals(settings))
                    .ifPresent(waiting -> table.end(waiting, actor.person(), now()));
            standing()
                    .filter(saved -> saved.settings().isSameClient(settings))
                    .forEach(saved -> table.changeSecret(saved, secret));
            if (same.isEmpty()) table.add(settings, secret, actor.person(), now());
            record(actor, sentence(settings, same.isEmpty()) + (given.isPresent() ? "; the client secret is new" : ""));
            return settings;
        });
    }

    /// Puts what waits into force. What was begun or done by the version before is over, as if it were turned off.
    /// Throws [SettingsAreNotWaiting], [AnotherPersonConfirms].
    synchronized void confirm(Actor actor, long version) {
        SavedSettings waiting = waiting(actor, version);
        groups.alone(() -> {
            table.inForce().ifPresent(before -> over(actor, before));
            table.confirm(waiting, actor.person(), now());
            record(actor, "confirmed version " + version + " of single sign-on: " + inWords(waiting.settings()));
            return waiting;
        });
    }

    synchronized void decline(Actor actor, long version) {
        SavedSettings waiting = waiting(actor, version);
        database.done(() -> {
            table.end(waiting, actor.person(), now());
            record(actor, "declined version " + version + " of single sign-on");
            return waiting;
        });
    }

    /// Nobody signs in over the directory any more, at once, and nobody is in over it or has a role by its groups.
    synchronized void turnOff(Actor actor) {
        groups.alone(() -> {
            table.waiting().ifPresent(waiting -> table.end(waiting, actor.person(), now()));
            table.inForce().ifPresent(before -> over(actor, before));
            record(actor, "turned single sign-on off");
            return actor;
        });
    }

    // Sessions of the version are over by that alone: each request asks whether it is in force.
    private void over(Actor actor, SavedSettings before) {
        table.end(before, actor.person(), now());
        groups.endAll(actor);
    }

    boolean mayConfirm(Actor actor, SavedSettings saved) {
        return !saved.isInForce() && actor.is(Role.COUNSEL) && !actor.person().equals(saved.savedBy());
    }

    private SavedSettings waiting(Actor actor, long version) {
        SavedSettings waiting =
                table.waiting().filter(saved -> saved.version() == version).orElseThrow(SettingsAreNotWaiting::new);
        if (!mayConfirm(actor, waiting)) throw new AnotherPersonConfirms();
        return waiting;
    }

    // A secret is told to nobody but the issuer it was given for.
    private Optional<ClientSecret> secretOf(SingleSignOnSettings settings) {
        return standing()
                .filter(saved -> saved.settings().isSameClient(settings))
                .map(SavedSettings::secret)
                .findFirst();
    }

    private void refusePlainOverNetwork(SingleSignOnSettings settings) {
        boolean isPlain = Stream.of(settings.issuer(), settings.address())
                .map(URI::create)
                .anyMatch(Addresses::isPlainHere);
        if (isPlain && !isLocal)
            throw new SettingIsNotUsable(
                    "An address that begins with http:// is taken only while the archive itself does not leave this"
                            + " computer. Use https://.");
    }

    private static SettingIsNotUsable secretIsMissing() {
        return new SettingIsNotUsable(
                "Write the client secret: none is kept for this issuer and this client id. The directory gives it.");
    }

    private static String sentence(SingleSignOnSettings settings, boolean isNew) {
        return isNew
                ? "saved settings of single sign-on, which wait for counsel: " + inWords(settings)
                : "saved the settings of single sign-on as they were";
    }

    private static String inWords(SingleSignOnSettings settings) {
        List<String> groups = settings.groups().stream()
                .map(each -> "“" + each.group() + "” is " + each.role())
                .toList();
        return "issuer " + settings.issuer() + "; client " + settings.clientId() + "; at " + settings.address()
                + "; groups in " + settings.groupClaim() + ": "
                + (groups.isEmpty() ? "none" : String.join(", ", groups)) + "; second factor by amr "
                + settings.amrWords() + " or acr " + settings.acrWords() + "; addresses count "
                + (settings.isEmailTrusted() ? "though not verified" : "only if verified");
    }

    private void record(Actor actor, String what) {
        trail.record(new AuditEntry(Act.SETTINGS_CHANGED, actor, Optional.empty(), what, List.of()));
    }

    private Instant now() {
        return clock.instant();
    }
}
