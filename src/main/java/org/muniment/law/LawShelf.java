package org.muniment.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Puts the rows of one jurisdiction on the page, with all that is known of each.
@Component
final class LawShelf {
    private static final Set<String> COMMON =
            Set.of("id", "citation", "source", "mark", "officialText", "effectiveFrom", "effectiveTo", "plain", "note");

    private final LawBook book;
    private final Verifications verifications;
    private final ObjectProvider<RowsInUse> uses;

    LawShelf(LawBook book, Verifications verifications, ObjectProvider<RowsInUse> uses) {
        this.book = book;
        this.verifications = verifications;
        this.uses = uses;
    }

    /// @param mayVerify whether the asker is counsel
    /// @param knowsUse whether anybody could say which rows open requests rest on
    record LawPage(
            String jurisdiction,
            String name,
            String lawName,
            LocalDate onDay,
            boolean mayVerify,
            boolean knowsUse,
            List<LawSection> sections) {}

    record LawSection(RowKind kind, List<LawPageRow> rows) {}

    /// @param hash names what the row says: a verification is asked for with it
    /// @param verification the one that stands for this text
    /// @param history the others, newest first
    /// @param isInUse whether an open request rests on it
    record LawPageRow(
            String id,
            String hash,
            String citation,
            String plain,
            Optional<String> note,
            Mark mark,
            Standing standing,
            LawSource source,
            Optional<String> officialText,
            Optional<LocalDate> effectiveFrom,
            Optional<LocalDate> effectiveTo,
            List<LawDetail> details,
            Optional<LawVerification> verification,
            List<LawVerification> history,
            boolean isInUse) {}

    /// @param readOn absent: it was not read there; look it up
    record LawSource(String title, Optional<String> url, Optional<LocalDate> readOn) {}

    /// @param key as the file has it
    record LawDetail(String key, List<String> values) {}

    /// @param isOfThisText false: of what the row said before
    record LawVerification(
            String statement,
            String by,
            Instant at,
            boolean isOfThisText,
            Optional<String> withdrawnBy,
            Optional<Instant> withdrawnAt,
            Optional<String> withdrawnReason) {}

    LawPage page(Jurisdiction jurisdiction, LocalDate onDay, boolean mayVerify) {
        Set<ProvisionId> inUse =
                uses.stream().flatMap(one -> one.inUse().stream()).collect(Collectors.toSet());
        List<LawSection> sections = Arrays.stream(RowKind.values())
                .map(kind -> new LawSection(
                        kind,
                        book.all(jurisdiction.id(), kind).stream()
                                .map(row -> row(row, onDay, inUse))
                                .toList()))
                .filter(section -> !section.rows().isEmpty())
                .toList();
        return new LawPage(
                jurisdiction.id().value(),
                jurisdiction.name(),
                jurisdiction.lawName(),
                onDay,
                mayVerify,
                uses.stream().findAny().isPresent(),
                sections);
    }

    LawPageRow row(LawRow row, LocalDate onDay) {
        return row(
                row, onDay, uses.stream().flatMap(one -> one.inUse().stream()).collect(Collectors.toSet()));
    }

    private LawPageRow row(LawRow row, LocalDate onDay, Set<ProvisionId> inUse) {
        Provision edition = row.provision();
        List<Verification> all = verifications.history(edition.id());
        Optional<Verification> stands = Verifications.standing(all, edition);
        return new LawPageRow(
                edition.id().value(),
                edition.hash(),
                edition.citation(),
                edition.plain(),
                row.findText("note"),
                edition.mark(),
                Verifications.standing(edition, onDay, stands.isPresent()),
                source(edition.source()),
                edition.officialText().map(String::valueOf),
                edition.effectiveFrom(),
                edition.effectiveTo(),
                details(row.body()),
                stands.map(one -> told(one, edition)),
                all.stream()
                        .filter(one -> !stands.equals(Optional.of(one)))
                        .map(one -> told(one, edition))
                        .toList(),
                inUse.contains(edition.id()));
    }

    private static LawSource source(Source source) {
        return new LawSource(source.title(), source.url().map(String::valueOf), source.readOn());
    }

    private static LawVerification told(Verification one, Provision edition) {
        return new LawVerification(
                one.statement(),
                one.verifiedBy(),
                one.verifiedAt(),
                one.rowHash().equals(edition.hash()),
                one.withdrawal().map(Verification.Withdrawal::withdrawnBy),
                one.withdrawal().map(Verification.Withdrawal::withdrawnAt),
                one.withdrawal().map(Verification.Withdrawal::reason));
    }

    private static List<LawDetail> details(JsonNode body) {
        List<LawDetail> details = new ArrayList<>();
        body.properties().stream()
                .filter(entry -> !COMMON.contains(entry.getKey()))
                .forEach(entry -> details.add(new LawDetail(entry.getKey(), values(entry.getValue()))));
        return details;
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(LawShelf::inWords).toList() : List.of(inWords(value));
    }

    private static String inWords(JsonNode value) {
        if (value.isObject())
            return value.properties().stream()
                    .map(entry -> entry.getKey() + ": " + inWords(entry.getValue()))
                    .collect(Collectors.joining("; "));
        if (value.isArray()) return value.valueStream().map(LawShelf::inWords).collect(Collectors.joining(", "));
        return value.asString();
    }
}
