package org.muniment.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muniment.request.RecordsRequest;
import org.muniment.review.Ground;
import org.muniment.review.PlaceMark;
import org.muniment.review.ReviewDecision;
import org.muniment.review.ReviewItem;
import org.muniment.review.ReviewMatter;
import tools.jackson.databind.json.JsonMapper;

/// This is what was decided, as the hash that a release is bound by: any other decision is another hash, the same one,
/// made again, the same.
final class Decisions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Decisions() {}

    /// Of one item.
    static String sha256(ReviewItem item) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("matter", matter(item));
        content.put("kind", item.decision().kind().name());
        content.put("decision", item.decision());
        content.put("keptBack", item.keptBack());
        if (item.decision() instanceof ReviewDecision.Redact)
            content.put("marks", item.marks().stream().map(Decisions::place).toList());
        return LinkToken.sha256(JSON.writeValueAsString(content));
    }

    /// Of all that a release prints, and of the law it names.
    static String sha256(RecordsRequest request, Delivery.IndexNames names, List<ReviewItem> items, UsedLaw law) {
        var text = new StringBuilder(JSON.writeValueAsString(List.of(
                request.label(), request.jurisdiction().value(), request.lawOn().toString(), names.name())));
        for (var item : items)
            text.append('\n').append(item.number()).append(' ').append(sha256(item));
        for (var row : law.rows())
            text.append('\n').append(row.exemption().provision().hash());
        return LinkToken.sha256(text.toString());
    }

    /// How the review, too, names the message or file.
    static String matter(ReviewItem item) {
        return switch (item.matter()) {
            case ReviewMatter.Mail message -> "mail:" + message.accession().index();
            case ReviewMatter.OtherFile file -> "file:" + file.sha256();
        };
    }

    /// What was let go before counsel kept it back is open again until counsel decides.
    static boolean isMade(ReviewItem item) {
        if (item.waitsForCounsel()) return false;
        return switch (item.decision().kind()) {
            case UNDECIDED, REFERRED -> false;
            case NOT_RESPONSIVE, RELEASE, REDACT, WITHHOLD -> true;
        };
    }

    /// What the decision rests on.
    static List<Ground> grounds(ReviewItem item) {
        return switch (item.decision()) {
            case ReviewDecision.Withhold withheld -> withheld.grounds();
            case ReviewDecision.Redact _ ->
                item.marks().stream().map(PlaceMark::ground).distinct().toList();
            case ReviewDecision.Undecided _,
                    ReviewDecision.NotResponsive _,
                    ReviewDecision.Release _,
                    ReviewDecision.Referred _ -> List.of();
        };
    }

    private static List<Object> place(PlaceMark mark) {
        return new ArrayList<>(Stream.of(mark.part(), mark.from(), mark.to(), mark.ground(), mark.isDraft())
                .toList());
    }
}
