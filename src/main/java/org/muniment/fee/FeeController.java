package org.muniment.fee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.deadline.ClockStart;
import org.muniment.deadline.ClockedRequests;
import org.muniment.fee.FeeCircumstances.Condition;
import org.muniment.fee.FeeCircumstances.Lateness;
import org.muniment.fee.FeeCircumstances.RequesterKind;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A request's fees over HTTP: the hours, the estimate, what may be charged, and what was asked.
@RestController
@RequestMapping(path = "/api/requests/{id:[1-9]\\d{0,17}}/fees", produces = MediaType.APPLICATION_JSON_VALUE)
class FeeController {
    private final ClockedRequests requests;
    private final FeeDesk desk;

    FeeController(ClockedRequests requests, FeeDesk desk) {
        this.requests = requests;
        this.desk = desk;
    }

    /// @param isLate whether the clock says that the answer is late, and fees are forfeited where the
    /// law says so
    record FeePage(
            FeeTold fee,
            boolean isLate,
            Optional<LocalDate> dueOn,
            List<FeeWorkView> work,
            FeeTermsView terms,
            Optional<FeeEstimate> estimate,
            List<FeeInvoice> invoices) {}

    record FeeTermsView(
            RequesterKind requester, Set<Condition> met, Optional<String> hourlyRate, Optional<String> pageRate) {}

    @GetMapping
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    FeePage fees(@PathVariable long id, Actor actor) {
        return page(requests.start(id, actor));
    }

    record FeeWorkForm(
            Optional<Component> component,
            Optional<LocalDate> on,
            Optional<BigDecimal> quantity,
            Optional<String> person,
            Optional<String> note) {}

    @PostMapping("/work")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    FeePage add(@PathVariable long id, @RequestBody FeeWorkForm form, Actor actor) {
        ClockStart start = atWork(id, actor);
        FeeWork work = new FeeWork(
                0,
                form.component().orElseThrow(() -> new FeeIsUnusable("Say what was done.")),
                form.on().orElseThrow(() -> new FeeIsUnusable("Say on which day it was done.")),
                form.quantity().orElse(BigDecimal.ZERO),
                form.person().orElse(actor.name()),
                form.note().orElse(""),
                actor.name());
        FeeReckoning.check(work.component(), work.quantity());
        desk.add(id, work, actor);
        requests.tell(
                id,
                actor,
                "fee",
                "%s: %s %ss on %s by %s."
                        .formatted(
                                work.component().title(),
                                work.quantity().toPlainString(),
                                work.component().unit().word(),
                                work.on(),
                                work.person()));
        return page(start);
    }

    @PostMapping("/work/{work:[1-9]\\d{0,17}}/take-back")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    FeePage takeBack(@PathVariable long id, @PathVariable long work, Actor actor) {
        ClockStart start = atWork(id, actor);
        desk.takeBack(id, work, actor);
        requests.tell(id, actor, "fee", "A piece of work was taken back from the log of hours.");
        return page(start);
    }

    record FeeTermsForm(
            Optional<RequesterKind> requester,
            Optional<Set<Condition>> met,
            Optional<String> hourlyRate,
            Optional<String> pageRate) {}

    @PutMapping("/terms")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    FeePage terms(@PathVariable long id, @RequestBody FeeTermsForm form, Actor actor) {
        ClockStart start = atWork(id, actor);
        desk.change(
                id,
                new FeeTerms(
                        form.requester().orElse(RequesterKind.OTHER),
                        form.met().orElse(Set.of()),
                        dollars(form.hourlyRate()),
                        dollars(form.pageRate())),
                actor);
        requests.tell(id, actor, "fee", "What the fee depends on was changed.");
        return page(start);
    }

    private static Optional<Cents> dollars(Optional<String> typed) {
        return typed.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Cents.read(text)
                        .orElseThrow(() -> new FeeIsUnusable("\"" + text + "\" is no amount. Write it like 25.00.")));
    }

    @PostMapping("/estimates")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    FeePage estimate(@PathVariable long id, @RequestBody FeeSample sample, Actor actor) {
        ClockStart start = atWork(id, actor);
        FeeTold told = desk.estimate(start, sample, actor);
        String total = told.total().map(amount -> "$" + amount).orElse("without a total");
        requests.tell(id, actor, "fee", "The fee was estimated: %s, for %,d hits.".formatted(total, sample.hits()));
        return page(start);
    }

    @PostMapping("/invoices")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    FeePage invoice(@PathVariable long id, Actor actor) {
        ClockStart start = atWork(id, actor);
        requests.tell(id, actor, "fee", "A fee of $%s was asked.".formatted(desk.invoice(start, actor)));
        return page(start);
    }

    record SettlementForm(Optional<FeeInvoice.State> state, Optional<String> words) {}

    @PostMapping("/invoices/settlement")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    FeePage settle(@PathVariable long id, @RequestBody SettlementForm form, Actor actor) {
        ClockStart start = atWork(id, actor);
        FeeInvoice.State state = form.state()
                .filter(one -> one != FeeInvoice.State.OPEN)
                .orElseThrow(() -> new FeeIsUnusable("Say whether it was paid, waived or withdrawn."));
        FeeInvoice settled = desk.settle(id, state, form.words().orElse(""), actor);
        String word = state.name().toLowerCase(java.util.Locale.ROOT);
        requests.tell(id, actor, "fee", "The fee of $%s was %s.".formatted(settled.amount(), word));
        return page(start);
    }

    private ClockStart atWork(long id, Actor actor) {
        requests.requireAtWork(id, actor);
        return requests.start(id, actor);
    }

    private FeePage page(ClockStart start) {
        FeeTerms terms = desk.terms(start.request());
        return new FeePage(
                desk.fee(start),
                desk.lateness(start) == Lateness.LATE,
                desk.dueOn(start),
                desk.work(start.request()).stream().map(FeeWorkView::of).toList(),
                new FeeTermsView(
                        terms.requester(),
                        terms.met(),
                        terms.hourlyRate().map(Cents::toString),
                        terms.pageRate().map(Cents::toString)),
                desk.estimate(start.request()),
                desk.invoices(start.request()));
    }
}
