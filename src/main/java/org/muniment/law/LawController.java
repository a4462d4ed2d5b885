package org.muniment.law;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The law over HTTP. Whoever is signed in may read it; counsel verifies it.
@RestController
@RequestMapping(path = "/api/law", produces = MediaType.APPLICATION_JSON_VALUE)
class LawController {
    private final LawBook book;
    private final LawShelf shelf;
    private final Verifications verifications;
    private final ObjectProvider<HomeJurisdiction> home;
    private final InstantSource clock;
    private final ZoneId zone;

    LawController(
            LawBook book,
            LawShelf shelf,
            Verifications verifications,
            ObjectProvider<HomeJurisdiction> home,
            InstantSource clock,
            ZoneId zone) {
        this.book = book;
        this.shelf = shelf;
        this.verifications = verifications;
        this.home = home;
        this.clock = clock;
        this.zone = zone;
    }

    /// @param home the city's own
    record LawJurisdictions(Optional<String> home, List<LawJurisdiction> jurisdictions) {}

    record LawJurisdiction(String id, String name, String lawName) {}

    /// @param hash of the text that was on the screen
    /// @param statement what counsel confirms
    record RowToVerify(String row, String hash, String statement) {}

    record RowToWithdraw(String row, String hash, String reason) {}

    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    @GetMapping
    LawJurisdictions jurisdictions() {
        return new LawJurisdictions(
                home.stream().flatMap(one -> one.home().stream()).findFirst().map(JurisdictionId::value),
                book.jurisdictions().stream()
                        .map(one -> new LawJurisdiction(one.id().value(), one.name(), one.lawName()))
                        .toList());
    }

    /// All rows of one jurisdiction, those not in force on the day, too.
    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    @GetMapping("/{jurisdiction}")
    LawShelf.LawPage page(@PathVariable String jurisdiction, @RequestParam Optional<LocalDate> day, Actor actor) {
        return shelf.page(
                book.jurisdiction(new JurisdictionId(jurisdiction)),
                day.orElseGet(this::today),
                actor.is(Role.COUNSEL));
    }

    @Allowed(Role.COUNSEL)
    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.CREATED)
    LawShelf.LawPageRow verify(@RequestBody RowToVerify asked, Actor counsel) {
        LawRow row = book.edition(new ProvisionId(asked.row()), asked.hash());
        verifications.verify(row.provision(), asked.statement(), counsel);
        return shelf.row(row, today());
    }

    @Allowed(Role.COUNSEL)
    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    LawShelf.LawPageRow withdraw(@RequestBody RowToWithdraw asked, Actor counsel) {
        LawRow row = book.edition(new ProvisionId(asked.row()), asked.hash());
        verifications.withdraw(row.provision(), asked.reason(), counsel);
        return shelf.row(row, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
