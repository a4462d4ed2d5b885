package org.muniment.request;

import java.time.Instant;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what a request was understood to ask for.
final class SubjectTable {
    private final JdbcClient sql;

    SubjectTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    void set(RequestId request, RequestSubject subject, Actor by, Instant at) {
        sql.sql("""
                        INSERT INTO request_subject
                            (request, is_clear, who, first_day, last_day, words, set_at, set_by, set_by_name)
                        VALUES (:request, :clear, :who, :from, :to, :words, :at, :by, :byName)""")
                .param("request", request.number())
                .param("clear", subject.isClear())
                .param("who", String.join("\n", subject.who()))
                .param("from", subject.from().orElse(null))
                .param("to", subject.to().orElse(null))
                .param("words", subject.words())
                .param("at", Columns.utc(at))
                .param("by", by.person().number())
                .param("byName", by.name())
                .update();
    }
}
