package org.muniment.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// This is the law as it came with this program, in its editions. It never changes while the program
/// runs; any thread may use it. Ask for the day that counts: a request keeps the rows in force on its
/// own day.
public final class LawBook {
    private final Map<ProvisionId, List<LawRow>> editions;
    private final List<Jurisdiction> jurisdictions;

    private LawBook(List<LawRow> rows) {
        editions = new LinkedHashMap<>();
        for (LawRow row : rows)
            editions.computeIfAbsent(row.provision().id(), _ -> new ArrayList<>())
                    .add(row);
        editions.values().forEach(LawBook::putInOrder);
        jurisdictions = rows.stream()
                .filter(row -> row.provision().kind() == RowKind.JURISDICTION)
                .map(Jurisdiction::of)
                .toList();
    }

    private static final class Shipped {
        private static final LawBook BOOK = new LawBook(LawFiles.all());
    }

    /// The rows in the program, read once.
    public static LawBook shipped() {
        return Shipped.BOOK;
    }

    static LawBook of(List<LawRow> rows) {
        return new LawBook(rows);
    }

    private static void putInOrder(List<LawRow> editions) {
        editions.sort(
                Comparator.comparing(row -> row.provision().effectiveFrom().orElse(LocalDate.MIN)));
        for (int at = 1; at < editions.size(); at++)
            if (editions.get(at - 1).provision().overlaps(editions.get(at).provision()))
                throw new IllegalStateException(
                        "Two editions of " + editions.get(at).provision().id()
                                + " are in force on one day. Give the earlier one an \"effectiveTo\".");
    }

    /// All of them, in the order of the folder's list.
    public List<Jurisdiction> jurisdictions() {
        return jurisdictions;
    }

    /// Throws [NoSuchJurisdiction].
    public Jurisdiction jurisdiction(JurisdictionId id) {
        return jurisdictions.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchJurisdiction(id.value()));
    }

    /// Returns the rows of one kind in force on a day, in the order of their file.
    public List<LawRow> rows(JurisdictionId jurisdiction, RowKind kind, LocalDate onDay) {
        return all(jurisdiction, kind).stream()
                .filter(row -> row.provision().isInForceOn(onDay))
                .toList();
    }

    /// Returns every edition of every row of one kind.
    public List<LawRow> all(JurisdictionId jurisdiction, RowKind kind) {
        jurisdiction(jurisdiction);
        return editions.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.provision().kind() == kind)
                .filter(row -> row.provision().jurisdiction().equals(jurisdiction))
                .toList();
    }

    /// Returns the edition in force on a day.
    public Optional<LawRow> row(ProvisionId id, LocalDate onDay) {
        return editions(id).stream()
                .filter(row -> row.provision().isInForceOn(onDay))
                .findFirst();
    }

    /// Returns the latest edition, in force or not. Throws [NoSuchProvision].
    public LawRow row(ProvisionId id) {
        List<LawRow> all = editions(id);
        if (all.isEmpty()) throw new NoSuchProvision(id.value());
        return all.getLast();
    }

    /// Returns the edition that says exactly this. Throws [NoSuchProvision].
    public LawRow edition(ProvisionId id, String hash) {
        return editions(id).stream()
                .filter(row -> row.provision().hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new NoSuchProvision(id.value()));
    }

    private List<LawRow> editions(ProvisionId id) {
        return editions.getOrDefault(id, List.of());
    }

    /// Returns every ground to withhold in force on a day, those that are not offered in a menu, too.
    public List<Exemption> exemptions(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.EXEMPTIONS, onDay, Exemption::of);
    }

    public Optional<Exemption> exemption(ProvisionId id, LocalDate onDay) {
        return row(id, onDay)
                .filter(row -> row.provision().kind() == RowKind.EXEMPTIONS)
                .map(Exemption::of);
    }

    /// Returns how a withheld part has to be shown, if the law says more than our own rule does.
    public Optional<MarkingRule> marking(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.MARKING, onDay, MarkingRule::of).stream()
                .findFirst();
    }

    public List<Denial> denials(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.DENIALS, onDay, Denial::of);
    }

    public List<Appeal> appeals(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.APPEALS, onDay, Appeal::of);
    }

    public List<ThirdPartyNotice> notices(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.NOTICES, onDay, ThirdPartyNotice::of);
    }

    public Optional<PreservationRule> preservation(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.PRESERVATION, onDay, PreservationRule::of).stream()
                .findFirst();
    }

    /// Returns the words for one kind of letter.
    public List<StatutoryWords> words(JurisdictionId jurisdiction, StatutoryWords.Use use, LocalDate onDay) {
        return typed(jurisdiction, RowKind.LETTERS, onDay, StatutoryWords::of).stream()
                .filter(words -> words.uses().contains(use))
                .toList();
    }

    public List<DetectorHint> detectors(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.DETECTORS, onDay, DetectorHint::of);
    }

    /// Returns the words for a certificate of records.
    public List<EvidenceWords> evidence(JurisdictionId jurisdiction, LocalDate onDay) {
        return typed(jurisdiction, RowKind.EVIDENCE, onDay, EvidenceWords::of);
    }

    private <T> List<T> typed(JurisdictionId jurisdiction, RowKind kind, LocalDate onDay, Function<LawRow, T> reading) {
        return rows(jurisdiction, kind, onDay).stream().map(reading).toList();
    }
}
