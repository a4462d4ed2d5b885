package org.muniment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of approvals asked for, given and refused; those withdrawn are left out.
final class ApprovalTable {
    private final JdbcClient sql;

    ApprovalTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    /// @param who is asked; absent: any approver
    /// @param review the state of the review it was asked about
    record Approval(
            long id,
            RequestId request,
            Optional<AssignedPerson> who,
            String why,
            String review,
            Instant askedAt,
            AssignedPerson askedBy,
            Optional<Decision> decision) {
        /// Whether this person is one who may decide it.
        boolean isFor(Actor actor) {
            return who.map(one -> one.person().equals(actor.person())).orElseGet(() -> actor.is(Role.APPROVER));
        }

        String whom() {
            return who.map(AssignedPerson::name).orElse("any approver");
        }
    }

    record Decision(boolean isGiven, PersonId person, String by, Instant at, String reason) {}

    /// Newest first.
    List<Approval> of(RequestId request) {
        return sql.sql("""
                        SELECT * FROM request_approval WHERE request = :request AND withdrawn_at IS NULL
                        ORDER BY id DESC""")
                .param("request", request.number())
                .query(ApprovalTable::approval)
                .list();
    }

    /// Of all requests, newest first.
    List<Approval> all() {
        return sql.sql("SELECT * FROM request_approval WHERE withdrawn_at IS NULL ORDER BY id DESC")
                .query(ApprovalTable::approval)
                .list();
    }

    void ask(RequestId request, Optional<AssignedPerson> who, String why, String review, Actor by, Instant at) {
        sql.sql("""
                        INSERT INTO request_approval
                            (request, person, person_name, why, review, asked_at, asked_by, asked_by_name)
                        VALUES (:request, :person, :name, :why, :review, :at, :by, :byName)""")
                .param("request", request.number())
                .param("person", who.map(one -> one.person().number()).orElse(null))
                .param("name", who.map(AssignedPerson::name).orElse(null))
                .param("why", why)
                .param("review", review)
                .param("at", Columns.utc(at))
                .param("by", by.person().number())
                .param("byName", by.name())
                .update();
    }

    /// Returns false and changes nothing if it was decided or withdrawn meanwhile.
    boolean decide(long approval, Decision decision, Actor by) {
        int changed = sql.sql("""
                        UPDATE request_approval SET decided_at = :at, decided_by = :by, decided_by_name = :byName,
                            is_given = :given, reason = :reason
                        WHERE id = :id AND decided_at IS NULL AND withdrawn_at IS NULL""")
                .param("id", approval)
                .param("at", Columns.utc(decision.at()))
                .param("by", by.person().number())
                .param("byName", by.name())
                .param("given", decision.isGiven())
                .param("reason", decision.reason())
                .update();
        return changed == 1;
    }

    /// Returns false and changes nothing if it was refused, or withdrawn meanwhile.
    boolean withdraw(long approval, Instant at) {
        int changed =
                sql.sql("""
                        UPDATE request_approval SET withdrawn_at = :at
                        WHERE id = :id AND withdrawn_at IS NULL AND (decided_at IS NULL OR is_given)""").param("id", approval).param("at", Columns.utc(at)).update();
        return changed == 1;
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        Optional<AssignedPerson> who = Columns.numberIfAny(row, "person").isEmpty()
                ? Optional.empty()
                : Optional.of(new AssignedPerson(new PersonId(row.getLong("person")), row.getString("person_name")));
        Optional<Instant> decidedAt = Columns.instantIfAny(row, "decided_at");
        Optional<Decision> decision = decidedAt.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(
                        row.getBoolean("is_given"),
                        new PersonId(row.getLong("decided_by")),
                        row.getString("decided_by_name"),
                        decidedAt.get(),
                        row.getString("reason")));
        return new Approval(
                row.getLong("id"),
                new RequestId(row.getLong("request")),
                who,
                row.getString("why"),
                row.getString("review"),
                Columns.instant(row, "asked_at"),
                new AssignedPerson(new PersonId(row.getLong("asked_by")), row.getString("asked_by_name")),
                decision);
    }
}
