package org.muniment.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muniment.rendition.Passage;
import org.muniment.rendition.PassageKind;

/// This is what a reviewer of one message may want to withhold, in reading order. Nothing here is ever applied by
/// itself. `isCutShort` says that a part held more than would be listed.
public record Suggestions(List<Suggestion> suggestions, boolean isCutShort) {
    public Suggestions {
        suggestions = List.copyOf(suggestions);
    }

    /// Reads the passages of a message, the guesses ([Sureness#LOW]) included. Addresses at `ownDomains` are left
    /// out, as [Findings#in(String, Set)] says.
    public static Suggestions in(List<Passage> passages, Set<String> ownDomains) {
        List<Suggestion> suggestions = new ArrayList<>();
        boolean isCutShort = false;
        for (Passage passage : passages) {
            if (!isWrittenByPeople(passage)) continue;
            Findings findings = Findings.in(passage.text(), ownDomains);
            for (Finding finding : findings.found()) suggestions.add(new Suggestion(passage.part(), finding));
            isCutShort |= findings.isCutShort();
        }
        return new Suggestions(suggestions, isCutShort);
    }

    /// Types, sizes, dates and identifiers come from mail programs.
    private static boolean isWrittenByPeople(Passage passage) {
        String part = passage.part().substring(passage.part().lastIndexOf('/') + 1);
        return switch (passage.kind()) {
            case PassageKind.ATTACHMENT -> false;
            case PassageKind.HEADERS -> !part.endsWith("date") && !part.equals("message-id") && !part.equals("unread");
            default -> true;
        };
    }
}
