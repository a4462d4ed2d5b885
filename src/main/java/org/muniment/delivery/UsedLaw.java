package org.muniment.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.law.Exemption;
import org.muniment.law.LawBook;
import org.muniment.law.ProvisionId;
import org.muniment.law.Standing;
import org.muniment.law.Verifications;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewItem;

/// This is every exemption that a release rests on, with how far the city may rely on it.
///
/// @param rows in the order they are first used
/// @param notInForce ids that no row of the request's day has
record UsedLaw(List<Row> rows, List<String> notInForce) {
    UsedLaw {
        rows = List.copyOf(rows);
        notInForce = List.copyOf(notInForce);
    }

    /// @param items how many items rest on it
    record Row(Exemption exemption, Standing standing, int items) {}

    static UsedLaw of(RecordsRequest request, List<ReviewItem> items, LawBook book, Verifications verifications) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var item : items)
            Decisions.grounds(item).stream()
                    .map(ground -> ground.exemption())
                    .distinct()
                    .forEach(id -> counts.merge(id, 1, Integer::sum));
        List<Row> rows = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        counts.forEach((id, count) -> book.exemption(new ProvisionId(id), request.lawOn())
                .ifPresentOrElse(
                        row -> rows.add(new Row(row, verifications.standing(row.provision(), request.lawOn()), count)),
                        () -> gone.add(id)));
        return new UsedLaw(rows, gone);
    }

    /// Those that counsel has to confirm before anything may leave that names them.
    List<Row> unverified() {
        return rows.stream().filter(row -> !row.standing.mayBePrinted()).toList();
    }
}
