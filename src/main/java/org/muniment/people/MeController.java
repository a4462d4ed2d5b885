package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own account over HTTP. What could lock its person out asks for the password again.
@RestController
@Allowed(to = Allowed.Everyone.SIGNED_IN)
@RequestMapping(path = "/api/me", produces = MediaType.APPLICATION_JSON_VALUE)
class MeController {
    private final WorkflowDatabase database;
    private final Accounts accounts;
    private final PeopleDesk desk;
    private final Departments departments;
    private final SignIns signIns;
    private final SignOuts signOuts;
    private final AuditTrail trail;

    MeController(
            WorkflowDatabase database,
            Accounts accounts,
            PeopleDesk desk,
            Departments departments,
            SignIns signIns,
            SignOuts signOuts,
            AuditTrail trail) {
        this.database = database;
        this.accounts = accounts;
        this.desk = desk;
        this.departments = departments;
        this.signIns = signIns;
        this.signOuts = signOuts;
        this.trail = trail;
    }

    /// What a person sees of themselves.
    ///
    /// @param departments names of those the person is limited to; empty for the whole city
    /// @param hasPassword whether there is one that could be asked for again
    record Me(PersonView view, List<String> departments, boolean hasPassword, int recoveryCodesLeft) {}

    record PasswordForm(String current, String wanted) {
        @Override
        public String toString() {
            return "PasswordForm[…]";
        }
    }

    record ConfirmForm(String password) {
        @Override
        public String toString() {
            return "ConfirmForm[…]";
        }
    }

    /// Shown once; earlier codes no longer work.
    record NewRecoveryCodes(List<String> codes) {
        @Override
        public String toString() {
            return "NewRecoveryCodes[…]";
        }
    }

    @GetMapping
    Me me(Actor actor) {
        Account account = accounts.find(actor.person());
        PersonView view = desk.person(account, actor);
        List<String> names = departments.all().stream()
                .filter(department -> view.departments().contains(department.id()))
                .map(Department::name)
                .toList();
        return new Me(view, names, account.hasPassword(), accounts.recoveryCodesLeft(actor.person()));
    }

    /// Sets a new password; every other session of the person ends, and every token stops working.
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody PasswordForm form, Actor actor, HttpServletRequest request) {
        signIns.confirmPassword(request, form.current());
        signOuts.endOthersAfter(request, () -> {
            accounts.setPassword(accounts.find(actor.person()), form.wanted());
            record(actor, "Changed their own password");
            return signOuts.revokeTokens(actor);
        });
    }

    @PostMapping("/recovery-codes")
    NewRecoveryCodes recoveryCodes(@RequestBody ConfirmForm form, Actor actor, HttpServletRequest request) {
        signIns.confirmPassword(request, form.password());
        return database.done(() -> {
            record(actor, "Made new recovery codes");
            return new NewRecoveryCodes(accounts.newRecoveryCodes(actor.person()));
        });
    }

    private void record(Actor actor, String what) {
        trail.record(new AuditEntry(Act.ACCOUNT_CHANGED, actor, Optional.empty(), what, List.of()));
    }
}
