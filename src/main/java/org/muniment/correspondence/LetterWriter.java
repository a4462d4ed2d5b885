package org.muniment.correspondence;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.correspondence.LetterPiece.CitedRow;
import org.muniment.correspondence.LetterPiece.FactLine;
import org.muniment.law.LawBook;
import org.muniment.law.LawRow;
import org.muniment.law.Provision;
import org.muniment.law.RowKind;
import org.muniment.law.Verifications;
import org.muniment.request.RecordsRequest;
import org.muniment.settings.CitySettings;
import org.springframework.stereotype.Component;

/// This fills a template from a request and the law of the request's day.
@Component
class LetterWriter {
    private static final String NAMELESS = "The city's name: an administrator gives it on the page Settings";

    private final LetterTemplates templates = LetterTemplates.shipped();
    private final LetterValues values;
    private final GroundsUsed groundsUsed;
    private final FeePieces fees;
    private final LawBook law;
    private final Verifications verifications;
    private final CitySettings settings;
    private final InstantSource clock;
    private final ZoneId zone;

    LetterWriter(
            LetterValues values,
            GroundsUsed groundsUsed,
            FeePieces fees,
            LawBook law,
            Verifications verifications,
            CitySettings settings,
            InstantSource clock,
            ZoneId zone) {
        this.values = values;
        this.groundsUsed = groundsUsed;
        this.fees = fees;
        this.law = law;
        this.verifications = verifications;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    LetterTemplates templates() {
        return templates;
    }

    /// What a letter is made from besides its template.
    ///
    /// @param free what the officer wrote, by the part's id
    record Input(RecordsRequest request, LetterKind kind, String addressee, Map<String, String> free) {}

    /// What the parts of one letter are filled with.
    ///
    /// @param fees none if the letter does not speak of them
    private record Filling(Map<Placeholder, String> known, List<LetterPiece> grounds, List<LetterPiece> fees) {
        boolean knows(Set<Placeholder> needs) {
            return known.keySet().containsAll(needs);
        }

        /// The ids of the rows it rests on.
        Set<String> rows() {
            return Stream.concat(grounds.stream(), fees.stream())
                    .flatMap(piece -> piece.cited().stream())
                    .map(CitedRow::id)
                    .collect(Collectors.toSet());
        }
    }

    LetterText write(Input input, Actor signer) {
        RecordsRequest request = input.request();
        LetterTemplate template = templates.of(input.kind());
        List<LetterPiece> grounds = groundsUsed.of(request);
        Map<Placeholder, String> known = values.of(request);
        if (!grounds.isEmpty()) known.put(Placeholder.REVIEW_GROUNDS, "");
        boolean speaksOfFees = template.parts().contains(new TemplatePart.Fees());
        var filling = new Filling(known, grounds, speaksOfFees ? fees.of(request) : List.of());
        List<LetterPiece> pieces = new ArrayList<>();
        if (settings.city().name().isEmpty()) pieces.add(LetterPiece.missing(NAMELESS));
        for (TemplatePart part : template.parts()) pieces.addAll(pieces(part, input, filling));
        return new LetterText(
                input.kind(),
                LocalDate.ofInstant(clock.instant(), zone),
                input.addressee(),
                "Records request " + request.label(),
                template.title(),
                salutation(request),
                pieces,
                List.of(signer.name(), office(signer), settings.city().shownName()));
    }

    private List<LetterPiece> pieces(TemplatePart part, Input input, Filling filling) {
        Map<Placeholder, String> known = filling.known();
        return switch (part) {
            case TemplatePart.Text(var words, var needs) ->
                filling.knows(needs)
                        ? words.with(known).map(LetterPiece::paragraph).stream().toList()
                        : List.of();
            case TemplatePart.Quote(var words) ->
                words.with(known).map(LetterPiece::quote).stream().toList();
            case TemplatePart.Free free ->
                List.of(LetterPiece.free(free, input.free().getOrDefault(free.id(), "")));
            case TemplatePart.Law(var use, var needs) ->
                filling.knows(needs) ? lawful(use, input.request(), filling.rows()) : List.of();
            case TemplatePart.ClockDate date -> List.of(clock(date, input.request(), known));
            case TemplatePart.Grounds() -> filling.grounds();
            case TemplatePart.Fees() -> filling.fees();
            case TemplatePart.Facts(var lines) -> facts(lines, known);
        };
    }

    private List<LetterPiece> lawful(String use, RecordsRequest request, Set<String> used) {
        return law.rows(request.jurisdiction(), RowKind.LETTERS, request.lawOn()).stream()
                .filter(row -> row.texts("use").contains(use))
                .filter(row -> isCalledFor(row, used))
                // What is for this letter alone comes before what many letters say.
                .sorted(Comparator.comparingInt(row -> row.texts("use").size()))
                .map(row -> LetterPiece.cited(LetterPiece.Form.LAW, row.text("words"), cited(row.provision(), request)))
                .toList();
    }

    private static boolean isCalledFor(LawRow row, Set<String> used) {
        List<String> onlyWith = row.texts("onlyWith");
        return onlyWith.isEmpty() || onlyWith.stream().anyMatch(used::contains);
    }

    private LetterPiece clock(TemplatePart.ClockDate date, RecordsRequest request, Map<Placeholder, String> known) {
        return date.words()
                .with(known)
                .map(words -> LetterPiece.cited(
                        LetterPiece.Form.LAW,
                        words,
                        cited(values.deadline(request).rule(), request)))
                .orElseGet(
                        () -> LetterPiece.paragraph(date.otherwise().with(known).orElse("")));
    }

    private CitedRow cited(Provision row, RecordsRequest request) {
        return new CitedRow(row.id().value(), row.citation(), verifications.standing(row, request.lawOn()));
    }

    private static List<LetterPiece> facts(List<TemplatePart.Facts.Line> lines, Map<Placeholder, String> known) {
        List<FactLine> facts = lines.stream()
                .flatMap(line -> line.value().with(known).map(value -> new FactLine(line.name(), value)).stream())
                .toList();
        return facts.isEmpty() ? List.of() : List.of(LetterPiece.facts(facts));
    }

    private static String salutation(RecordsRequest request) {
        return request.requester().isAnonymous()
                ? "To whom it may concern:"
                : "Dear " + request.requester().name() + ":";
    }

    private static String office(Actor signer) {
        if (signer.is(Role.RECORDS_OFFICER)) return "Records officer";
        return signer.is(Role.COUNSEL) ? "Corporation Counsel" : "For the records officer";
    }
}
