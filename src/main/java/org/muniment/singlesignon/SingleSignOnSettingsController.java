package org.muniment.singlesignon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The settings of single sign-on over HTTP: an administrator saves and tries them, counsel confirms. The secret only
/// comes in.
@RestController
@RequestMapping(path = "/api/single-sign-on", produces = MediaType.APPLICATION_JSON_VALUE)
class SingleSignOnSettingsController {
    private final SettingsDesk desk;
    private final Directory directory;
    private final People people;
    private final AuditTrail trail;

    SingleSignOnSettingsController(SettingsDesk desk, Directory directory, People people, AuditTrail trail) {
        this.desk = desk;
        this.directory = directory;
        this.people = people;
        this.trail = trail;
    }

    /// What an administrator writes.
    ///
    /// @param secret absent: the one that is kept
    record SingleSignOnForm(SingleSignOnSettings settings, Optional<String> secret) {
        @Override
        public String toString() {
            return "SingleSignOnForm[…]";
        }
    }

    /// One version of the settings.
    ///
    /// @param returnAddress to be registered with the directory, letter by letter
    /// @param mayConfirm whether whoever asks may confirm or decline it
    record SingleSignOnVersion(
            long version,
            SingleSignOnSettings settings,
            String returnAddress,
            String savedBy,
            Instant savedAt,
            Optional<String> confirmedBy,
            Optional<Instant> confirmedAt,
            boolean mayConfirm) {}

    /// What stands.
    record SingleSignOnView(Optional<SingleSignOnVersion> inForce, Optional<SingleSignOnVersion> waiting) {}

    @GetMapping
    @Allowed({Role.ADMINISTRATOR, Role.COUNSEL, Role.AUDITOR})
    SingleSignOnView standing(Actor actor) {
        return new SingleSignOnView(
                desk.standing()
                        .filter(SavedSettings::isInForce)
                        .map(saved -> view(saved, actor))
                        .findFirst(),
                desk.standing()
                        .filter(saved -> !saved.isInForce())
                        .map(saved -> view(saved, actor))
                        .findFirst());
    }

    @PutMapping
    @Allowed(Role.ADMINISTRATOR)
    SingleSignOnView save(@RequestBody SingleSignOnForm form, Actor actor) {
        Optional<ClientSecret> secret =
                form.secret().filter(text -> !text.isBlank()).map(ClientSecret::new);
        desk.save(actor, form.settings(), secret);
        return standing(actor);
    }

    /// Turns single sign-on off, at once.
    @DeleteMapping
    @Allowed(Role.ADMINISTRATOR)
    SingleSignOnView turnOff(Actor actor) {
        desk.turnOff(actor);
        return standing(actor);
    }

    /// Tries what waits, or else what is in force. Only what is saved is ever asked of any server.
    @PostMapping("/trial")
    @Allowed(Role.ADMINISTRATOR)
    Trial trial(Actor actor) {
        SavedSettings saved = desk.standing().reduce((_, later) -> later).orElseThrow(NoSingleSignOn::new);
        String what = "tried version " + saved.version() + " of single sign-on at "
                + saved.settings().issuer();
        trail.record(new AuditEntry(Act.SETTINGS_CHANGED, actor, Optional.empty(), what, List.of()));
        return Trial.of(saved, directory);
    }

    @PostMapping("/versions/{version:\\d{1,18}}/confirm")
    @Allowed(Role.COUNSEL)
    SingleSignOnView confirm(@PathVariable long version, Actor actor) {
        desk.confirm(actor, version);
        return standing(actor);
    }

    @PostMapping("/versions/{version:\\d{1,18}}/decline")
    @Allowed(Role.COUNSEL)
    SingleSignOnView decline(@PathVariable long version, Actor actor) {
        desk.decline(actor, version);
        return standing(actor);
    }

    private SingleSignOnVersion view(SavedSettings saved, Actor actor) {
        return new SingleSignOnVersion(
                saved.version(),
                saved.settings(),
                saved.settings().returnAddress().toString(),
                nameOf(saved.savedBy()),
                saved.savedAt(),
                saved.confirmation().map(SavedSettings.Confirmation::by).map(this::nameOf),
                saved.confirmation().map(SavedSettings.Confirmation::at),
                desk.mayConfirm(actor, saved));
    }

    private String nameOf(PersonId id) {
        return people.byId(id).map(Person::name).orElse("Person " + id);
    }
}
