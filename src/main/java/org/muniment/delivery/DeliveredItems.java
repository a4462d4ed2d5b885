package org.muniment.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what releases cover, and of what a person should look at in them.
final class DeliveredItems {
    private static final int EXEMPTIONS_LENGTH_MAX = 4_000;
    private static final int SENTENCE_LENGTH_MAX = 1_000;

    private final JdbcClient sql;

    DeliveredItems(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    void add(DeliveryId delivery, List<DeliveredItem> items, List<DeliveryWarning> warnings) {
        for (var item : items) add(delivery, item);
        for (int i = 0; i < warnings.size(); i++) add(delivery, i + 1, warnings.get(i));
    }

    List<DeliveredItem> of(DeliveryId delivery) {
        return sql.sql("SELECT * FROM delivery_item WHERE delivery = :delivery ORDER BY item")
                .param("delivery", delivery.number())
                .query((row, _) -> item(row))
                .list();
    }

    /// What finalised releases of a request that stand have covered, the latest first.
    List<DeliveredItem> finalised(RequestId request) {
        return sql.sql("""
                SELECT i.* FROM delivery_item i JOIN delivery d ON d.id = i.delivery
                WHERE d.request = :request AND d.state = 'FINALISED' ORDER BY d.id DESC, i.item""")
                .param("request", request.number())
                .query((row, _) -> item(row))
                .list();
    }

    /// The releases a message went out in, recalled or not, the earliest first.
    List<DeliveryId> outIn(AccessionNumber message) {
        return sql.sql("""
                SELECT d.id FROM delivery_item i JOIN delivery d ON d.id = i.delivery
                WHERE i.matter = :matter AND d.state IN ('FINALISED', 'RECALLED')
                AND i.outcome IN ('RELEASED', 'REDACTED') ORDER BY d.id""")
                .param("matter", DeliveredItem.matter(message))
                .query((row, _) -> new DeliveryId(row.getLong("id")))
                .list();
    }

    List<DeliveryWarning> warnings(DeliveryId delivery) {
        return sql.sql("SELECT item, sentence FROM delivery_warning WHERE delivery = :delivery ORDER BY number")
                .param("delivery", delivery.number())
                .query((row, _) -> new DeliveryWarning(row.getInt("item"), row.getString("sentence")))
                .list();
    }

    private void add(DeliveryId delivery, DeliveredItem item) {
        sql.sql("""
                INSERT INTO delivery_item (delivery, item, matter, decision_sha256, outcome, first_bates, last_bates,
                pages, file_name, exemptions)
                VALUES (:delivery, :item, :matter, :decision, :outcome, :first, :last, :pages, :file, :exemptions)""")
                .param("delivery", delivery.number())
                .param("item", item.item())
                .param("matter", item.matter())
                .param("decision", item.decisionSha256())
                .param("outcome", item.outcome().name())
                .param("first", item.firstBates())
                .param("last", item.lastBates())
                .param("pages", item.pages())
                .param("file", item.fileName())
                .param("exemptions", kept(String.join("\n", item.exemptions()), EXEMPTIONS_LENGTH_MAX))
                .update();
    }

    private void add(DeliveryId delivery, int number, DeliveryWarning warning) {
        sql.sql("INSERT INTO delivery_warning VALUES (:delivery, :number, :item, :sentence)")
                .param("delivery", delivery.number())
                .param("number", number)
                .param("item", warning.item())
                .param("sentence", kept(warning.sentence(), SENTENCE_LENGTH_MAX))
                .update();
    }

    private static String kept(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax - 1) + "…";
    }

    private static DeliveredItem item(ResultSet row) throws SQLException {
        return new DeliveredItem(
                row.getInt("item"),
                row.getString("matter"),
                row.getString("decision_sha256"),
                DeliveredItem.Outcome.valueOf(row.getString("outcome")),
                row.getString("first_bates"),
                row.getString("last_bates"),
                row.getInt("pages"),
                row.getString("file_name"),
                row.getString("exemptions").lines().toList());
    }
}
