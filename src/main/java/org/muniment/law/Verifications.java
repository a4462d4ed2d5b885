package org.muniment.law;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is what the city's counsel has verified. A verification binds the text of one edition of one
/// row: if the text changes with a later version of the program, the row is unverified again. Each act
/// is in the archive's log, with the whole row, and in the audit trail, or is not done. Any thread may
/// use it.
@Component
public final class Verifications {
    private static final int WORDS_LENGTH_MAX = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VerificationTable table;
    private final LawBook book;
    private final Archive archive;
    private final AuditTrail audit;
    private final InstantSource clock;

    @Autowired
    Verifications(WorkflowDatabase database, LawBook book, Archive archive, AuditTrail audit, InstantSource clock) {
        this.table = VerificationTable.in(database);
        this.book = book;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
    }

    /// For whoever runs without Spring.
    public static Verifications in(
            WorkflowDatabase database, LawBook book, Archive archive, AuditTrail audit, InstantSource clock) {
        return new Verifications(database, book, archive, audit, clock);
    }

    /// Returns whether the latest edition is verified. Throws [NoSuchProvision].
    public boolean isVerified(ProvisionId id) {
        return isVerified(book.row(id).provision());
    }

    public boolean isVerified(Provision edition) {
        return of(edition).isPresent();
    }

    /// Returns how far a row may be relied on for what belongs to that day.
    public Standing standing(Provision edition, LocalDate onDay) {
        return standing(edition, onDay, isVerified(edition));
    }

    static Standing standing(Provision edition, LocalDate onDay, boolean isVerified) {
        if (!edition.isInForceOn(onDay)) return Standing.EXPIRED;
        return isVerified ? Standing.VERIFIED : Standing.unverified(edition.mark());
    }

    /// Returns the verification that stands for exactly this text.
    public Optional<Verification> of(Provision edition) {
        return standing(table.of(edition.id()), edition);
    }

    static Optional<Verification> standing(List<Verification> history, Provision edition) {
        return history.stream()
                .filter(Verification::stands)
                .filter(one -> one.rowHash().equals(edition.hash()))
                .findFirst();
    }

    /// Returns everything ever said about a row, newest first.
    public List<Verification> history(ProvisionId id) {
        return table.of(id);
    }

    /// Verifies one edition with the usual words.
    public Verification verify(Provision edition, Actor counsel) {
        return verify(edition, "I have compared this row with " + edition.citation() + ".", counsel);
    }

    /// Verifies one edition. Doing it twice changes nothing. Throws [OnlyCounselVerifies].
    ///
    /// @param statement what counsel confirms, at most 1,000 characters
    public synchronized Verification verify(Provision edition, String statement, Actor counsel) {
        requireCounsel(counsel);
        String words = required(statement, "Say in a sentence what you confirm: it is kept with your name.");
        LawRow row = book.edition(edition.id(), edition.hash());
        Optional<Verification> already = of(row.provision());
        if (already.isPresent()) return already.get();
        return table.done(() -> {
            table.add(row, words, counsel, clock.instant());
            Verification added = of(row.provision()).orElseThrow();
            log(
                    "law-row-verified",
                    Map.of(
                            "verification",
                            added.id(),
                            "rowHash",
                            added.rowHash(),
                            "row",
                            row.body(),
                            "statement",
                            words,
                            "by",
                            counsel.name()));
            audit(Act.LAW_ROW_VERIFIED, counsel, "verified " + told(row.provision()));
            return added;
        });
    }

    /// Takes a verification back; the row prints no more until somebody verifies it again. Throws
    /// [OnlyCounselVerifies], [RowIsNotVerified].
    public synchronized void withdraw(Provision edition, String reason, Actor counsel) {
        requireCounsel(counsel);
        String why = required(reason, "Give the reason: it is written down with the act.");
        Verification standing = of(edition).orElseThrow(() -> new RowIsNotVerified(edition.citation()));
        table.done(() -> {
            table.withdraw(standing.id(), why, counsel, clock.instant());
            log(
                    "law-row-verification-withdrawn",
                    Map.of(
                            "verification",
                            standing.id(),
                            "provision",
                            edition.id().value(),
                            "rowHash",
                            edition.hash(),
                            "reason",
                            why,
                            "by",
                            counsel.name()));
            audit(Act.LAW_VERIFICATION_WITHDRAWN, counsel, "no longer stands by " + told(edition));
            return standing;
        });
    }

    private static void requireCounsel(Actor actor) {
        if (!actor.is(Role.COUNSEL)) throw new OnlyCounselVerifies();
    }

    private static String required(String given, String ask) {
        String words = given.strip();
        if (words.isEmpty()) throw new StatementIsUnusable(ask);
        if (words.length() > WORDS_LENGTH_MAX) throw new StatementIsUnusable("Write at most 1,000 characters.");
        return words;
    }

    private static String told(Provision edition) {
        return edition.id() + " (" + edition.citation() + "), text "
                + edition.hash().substring(0, 16);
    }

    private void log(String kind, Map<String, Object> body) {
        archive.record(new LifecycleEvent(kind, JSON.writeValueAsString(body)));
    }

    private void audit(Act act, Actor by, String what) {
        audit.record(new AuditEntry(act, by, Optional.empty(), what, List.of()));
    }
}
