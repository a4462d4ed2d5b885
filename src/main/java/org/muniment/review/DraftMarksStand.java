package org.muniment.review;

import java.util.List;
import java.util.stream.Collectors;

/// Marks were asked for, of a review in which some are drafts: none of them may leave.
public final class DraftMarksStand extends RuntimeException {
    DraftMarksStand(List<Integer> items) {
        super(
                "Marks of %s %s are drafts. Open %s and make them final, or take them away; nothing can be released before."
                        .formatted(
                                items.size() == 1 ? "item" : "items",
                                items.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "))
                                        + (items.size() > 20 ? " and " + (items.size() - 20) + " more" : ""),
                                items.size() == 1 ? "it" : "them"));
    }
}
