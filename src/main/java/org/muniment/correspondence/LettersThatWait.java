package org.muniment.correspondence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.correspondence.LetterPiece.CitedRow;
import org.muniment.request.RequestId;
import org.muniment.request.WorkThatWaits;
import org.springframework.stereotype.Component;

/// Tells counsel of letters that lack nothing but their word on what they take from the law.
@Component
final class LettersThatWait implements WorkThatWaits {
    private final LetterDesk desk;

    LettersThatWait(LetterDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Work> of(Actor actor) {
        if (!actor.is(Role.COUNSEL)) return List.of();
        return desk.finishedByTheirWriters().entrySet().stream()
                .flatMap(drafts -> drafts.getValue().stream()
                        .flatMap(draft -> work(drafts.getKey(), draft, desk.text(drafts.getKey(), draft, actor))))
                .toList();
    }

    private static Stream<Work> work(RequestId request, LetterDraft draft, LetterText text) {
        List<CitedRow> unverified = text.unverified();
        if (unverified.isEmpty() || !text.missing().isEmpty()) return Stream.empty();
        return Stream.of(new Work(
                request,
                "has a letter that waits for your word on the law",
                "%s wrote “%s”. Compare what it takes from %s with the law, and confirm it."
                        .formatted(draft.by(), text.title(), citations(unverified)),
                "letters/drafts/" + draft.id(),
                "Open the letter"));
    }

    private static String citations(List<CitedRow> rows) {
        return rows.stream().map(CitedRow::citation).distinct().collect(Collectors.joining("; "));
    }
}
